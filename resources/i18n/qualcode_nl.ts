<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Version {version}, Qt {qt}</source>
        <translation>Versie {version}, Qt {qt}</translation>
    </message>
    <message>
        <source>Code agreements, decide together, trace every number.</source>
        <translation>Akkoorden coderen, samen beslissen, elk getal herleidbaar.</translation>
    </message>
    <message>
        <source>Nothing leaves: projects and PDFs stay on this computer.</source>
        <translation>Er gaat niets naar buiten: projecten en pdf&apos;s blijven op deze computer.</translation>
    </message>
    <message>
        <source>Free software under the GNU Affero General Public License, version 3 or later. It stands on Qt, MuPDF, SQLite, NumPy and SciPy.</source>
        <translation>Vrije software onder de GNU Affero General Public License, versie 3 of later. Gebouwd op Qt, MuPDF, SQLite, NumPy en SciPy.</translation>
    </message>
</context>
<context>
    <name>AbsenceHand</name>
    <message>
        <source>Open a document and mark the code that it does not mention.</source>
        <translation>Open een document en markeer de code die er niet in voorkomt.</translation>
    </message>
    <message>
        <source>{key} is judged as not mentioned in {title}.</source>
        <translation>{key} is beoordeeld als niet genoemd in {title}.</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Toon de lijst</translation>
    </message>
    <message>
        <source>{keys}: judged as not mentioned, and open again now.</source>
        <translation>{keys}: beoordeeld als niet genoemd, en nu weer open.</translation>
    </message>
</context>
<context>
    <name>ActiveCodes</name>
    <message>
        <source>Codes of this round</source>
        <translation>Codes van deze ronde</translation>
    </message>
    <message>
        <source>Use these codes</source>
        <translation>Deze codes gebruiken</translation>
    </message>
    <message>
        <source>Codes that are not ticked stay in the codebook, in grey. They count as not asked in agreement. A ticked code brings the codes above it.</source>
        <translation>Codes zonder vinkje blijven in het codeboek staan, in grijs. In de overeenstemming gelden zij als niet gevraagd. Een aangevinkte code neemt de codes erboven mee.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>As the codebook proposes</source>
        <translation>Zoals het codeboek voorstelt</translation>
    </message>
    <message>
        <source>Without sub-codes</source>
        <translation>Zonder subcodes</translation>
    </message>
    <message>
        <source>A round needs codes. Tick at least one.</source>
        <translation>Een ronde heeft codes nodig. Vink er minstens één aan.</translation>
    </message>
    <message>
        <source>{active} of {all}</source>
        <translation>{active} van {all}</translation>
    </message>
</context>
<context>
    <name>AdjudicationSpace</name>
    <message>
        <source>Discuss</source>
        <translation>Bespreken</translation>
    </message>
    <message>
        <source>What is to be discussed here?</source>
        <translation>Wat moet hier besproken worden?</translation>
    </message>
    <message>
        <source>What all coders agree on</source>
        <translation>Waarover alle codeurs het eens zijn</translation>
    </message>
    <message numerus="yes">
        <source>Taking over %n equal places</source>
        <translation>
            <numerusform>%n gelijke plaats overnemen</numerusform>
            <numerusform>%n gelijke plaatsen overnemen</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the coders</source>
        <translation>Codeurs vergelijken</translation>
    </message>
    <message>
        <source>Nobody has marked a theme as read: silence of a coder is no sign yet.</source>
        <translation>Niemand heeft een thema als gelezen aangemerkt: zwijgen van een codeur zegt nog niets.</translation>
    </message>
    <message>
        <source>Count all as read</source>
        <translation>Alles als gelezen tellen</translation>
    </message>
    <message>
        <source>Every place is decided.</source>
        <translation>Over elke plaats is beslist.</translation>
    </message>
</context>
<context>
    <name>AfterMerge</name>
    <message numerus="yes">
        <source>%n codings were not found in a new text:</source>
        <translation>
            <numerusform>%n codering is niet gevonden in een nieuwe tekst:</numerusform>
            <numerusform>%n coderingen zijn niet gevonden in een nieuwe tekst:</numerusform>
        </translation>
    </message>
    <message>
        <source>How far the coders agree</source>
        <translation>Hoever de codeurs overeenstemmen</translation>
    </message>
    <message>
        <source>Where they do not</source>
        <translation>Waar ze dat niet doen</translation>
    </message>
    <message numerus="yes">
        <source>%n codings went along to a new text; look at them:</source>
        <translation>
            <numerusform>%n codering is meegegaan naar een nieuwe tekst; kijk ernaar:</numerusform>
            <numerusform>%n coderingen zijn meegegaan naar een nieuwe tekst; kijk ernaar:</numerusform>
        </translation>
    </message>
    <message>
        <source>What you can do next</source>
        <translation>Wat u nu kunt doen</translation>
    </message>
    <message>
        <source>See the codings that came in</source>
        <translation>De binnengekomen coderingen bekijken</translation>
    </message>
    <message>
        <source>Withdraw this merge</source>
        <translation>Deze samenvoeging intrekken</translation>
    </message>
    <message>
        <source>Everything was here already: nothing has changed.</source>
        <translation>Alles was hier al: er is niets veranderd.</translation>
    </message>
    <message>
        <source>Merged on {moment}.</source>
        <translation>Samengevoegd op {moment}.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows came in or changed.</source>
        <translation>
            <numerusform>%n rij is binnengekomen of veranderd.</numerusform>
            <numerusform>%n rijen zijn binnengekomen of veranderd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Codings by coder: {named}.</source>
        <translation>Coderingen per codeur: {named}.</translation>
    </message>
</context>
<context>
    <name>AgreementChoices</name>
    <message>
        <source>Coefficient</source>
        <translation>Maat</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Interval</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolerantie</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Count every document as read</source>
        <translation>Elk document als gelezen tellen</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Codeurs</translation>
    </message>
    <message>
        <source>{name} with himself or herself</source>
        <translation>{name} met zichzelf</translation>
    </message>
    <message>
        <source>Newest independent round</source>
        <translation>Nieuwste onafhankelijke ronde</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha</source>
        <translation>Krippendorffs alfa</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Sub-code</source>
        <translation>Subcode</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>Alle codeurs</translation>
    </message>
    <message numerus="yes">
        <source>%n of the coders</source>
        <translation>
            <numerusform>%n van de codeurs</numerusform>
            <numerusform>%n van de codeurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementHead</name>
    <message>
        <source>Agreement between coders</source>
        <translation>Overeenstemming tussen codeurs</translation>
    </message>
    <message>
        <source>Methods sentence</source>
        <translation>Zin voor methodensectie</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Lowest first</source>
        <translation>Laagste eerst</translation>
    </message>
    <message>
        <source>Count spans</source>
        <translation>Spans tellen</translation>
    </message>
    <message>
        <source>Pair of coders</source>
        <translation>Paar codeurs</translation>
    </message>
    <message>
        <source>Overlap from which two spans match</source>
        <translation>Overlap vanaf welke twee fragmenten passen</translation>
    </message>
    <message>
        <source>overlap {n} %</source>
        <translation>overlap {n} %</translation>
    </message>
    <message>
        <source>Filter the codes</source>
        <translation>Codes filteren</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Maten</translation>
    </message>
    <message>
        <source>{coefficient} per code, on {units}, {coders}, {documents}</source>
        <translation>{coefficient} per code, op {units}, {coders}, {documents}</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha</source>
        <translation>Krippendorffs alfa</translation>
    </message>
    <message>
        <source>Per code</source>
        <translation>Per code</translation>
    </message>
    <message>
        <source>Per pair</source>
        <translation>Per paar</translation>
    </message>
    <message>
        <source>Per document</source>
        <translation>Per document</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>Stroken</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwarring</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programma’s</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Alle paren</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Alle codes</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documenten</numerusform>
        </translation>
    </message>
    <message>
        <source>reading status not used</source>
        <translation>leesstatus niet gebruikt</translation>
    </message>
    <message numerus="yes">
        <source>%n documents of a coder not read: left out</source>
        <translation>
            <numerusform>%n document van een codeur niet gelezen: telt niet mee</numerusform>
            <numerusform>%n documenten van een codeur niet gelezen: tellen niet mee</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codings in unread themes: left out</source>
        <translation>
            <numerusform>%n codering in een ongelezen thema: telt niet mee</numerusform>
            <numerusform>%n coderingen in ongelezen thema&apos;s: tellen niet mee</numerusform>
        </translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>AgreementPages</name>
    <message>
        <source>Agreement per code</source>
        <translation>Overeenstemming per code</translation>
    </message>
    <message>
        <source>Agreement per pair of coders</source>
        <translation>Overeenstemming per paar codeurs</translation>
    </message>
    <message>
        <source>Agreement per document</source>
        <translation>Overeenstemming per document</translation>
    </message>
    <message>
        <source>Which codes take each other&apos;s place</source>
        <translation>Welke codes elkaars plaats innemen</translation>
    </message>
    <message>
        <source>Agreement over time</source>
        <translation>Overeenstemming in de tijd</translation>
    </message>
    <message>
        <source>Agreement on facets</source>
        <translation>Overeenstemming over facetten</translation>
    </message>
    <message>
        <source>Agreement on verdicts</source>
        <translation>Overeenstemming over oordelen</translation>
    </message>
    <message>
        <source>Agreement on areas of pages</source>
        <translation>Overeenstemming over gebieden op bladzijden</translation>
    </message>
    <message>
        <source>What other programs show</source>
        <translation>Wat andere programma’s tonen</translation>
    </message>
</context>
<context>
    <name>AgreementPanel</name>
    <message>
        <source>Agreement</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>Copied: {sentence}</source>
        <translation>Gekopieerd: {sentence}</translation>
    </message>
    <message>
        <source>Computing more figures</source>
        <translation>Meer cijfers berekenen</translation>
    </message>
    <message>
        <source>{interval}. Dashed: {target}.</source>
        <translation>{interval}. Streepjes: {target}.</translation>
    </message>
    <message>
        <source>No facet has values of two coders on a coding they share.</source>
        <translation>Geen facet heeft waarden van twee codeurs bij een gedeelde codering.</translation>
    </message>
    <message>
        <source>On codings that coders share: the same code, and at least half of the text. A coding without a value is missing.</source>
        <translation>Op coderingen die codeurs delen: dezelfde code en minstens de helft van de tekst. Een codering zonder waarde ontbreekt.</translation>
    </message>
    <message>
        <source>No proposition of a register has verdicts of two coders.</source>
        <translation>Geen uitspraak van een register is door twee codeurs beoordeeld.</translation>
    </message>
    <message>
        <source>On propositions in documents. One that a coder has not judged is missing.</source>
        <translation>Op uitspraken in documenten. Wat een codeur niet beoordeelde, ontbreekt.</translation>
    </message>
    <message>
        <source>Nobody has coded an area of a page. Drag with Alt over a page to code one.</source>
        <translation>Niemand heeft een gebied van een bladzijde gecodeerd. Sleep met Alt over een bladzijde om er een te coderen.</translation>
    </message>
    <message>
        <source>On the surface of pages. Areas are never added to text.</source>
        <translation>Op het oppervlak van bladzijden. Gebieden worden nooit bij tekst opgeteld.</translation>
    </message>
    <message>
        <source>Each document from beginning to end. The dashes below show where not everybody marked the same text.</source>
        <translation>Elk document van begin tot eind. De streepjes eronder tonen waar niet iedereen dezelfde tekst markeerde.</translation>
    </message>
    <message>
        <source>What these programs show for the same codings, to compare with. ReCal and KALPHA count units of codes.</source>
        <translation>Wat deze programma’s bij dezelfde coderingen tonen, ter vergelijking. ReCal en KALPHA tellen eenheden per code.</translation>
    </message>
    <message>
        <source>Where: alpha {where} for the same passages, whatever the code. What: alpha {what} for the same codes on passages that both marked. Sets of codes (MASI): {sets}.</source>
        <translation>Waar: alfa {where} voor dezelfde fragmenten, welke code ook. Wat: alfa {what} voor dezelfde codes op fragmenten die beiden markeerden. Verzamelingen codes (MASI): {sets}.</translation>
    </message>
    <message>
        <source>Count every document as read</source>
        <translation>Elk document als gelezen tellen</translation>
    </message>
    <message>
        <source>Computing agreement</source>
        <translation>Overeenstemming berekenen</translation>
    </message>
</context>
<context>
    <name>AgreementSpace</name>
    <message>
        <source>Boundary rule after comparing coders</source>
        <translation>Grensregel na vergelijking van codeurs</translation>
    </message>
    <message>
        <source>Reading passages</source>
        <translation>Fragmenten lezen</translation>
    </message>
</context>
<context>
    <name>AnalysisDesk</name>
    <message>
        <source>Workbook (*.xlsx);;OpenDocument (*.ods);;Csv (*.csv)</source>
        <translation>Werkmap (*.xlsx);;OpenDocument (*.ods);;Csv (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.md *.txt)</source>
        <translation>Tekst (*.md *.txt)</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} schrijven</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Geschreven: {path}</translation>
    </message>
</context>
<context>
    <name>AnalysisSpace</name>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portret</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Samenvattingen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Reading the codings</source>
        <translation>Coderingen lezen</translation>
    </message>
    <message>
        <source>Reading facets</source>
        <translation>Facetten lezen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>No hit.</source>
        <translation>Geen treffer.</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} en {other}</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antwoord</translation>
    </message>
    <message>
        <source>Words for how many changed
words for how many</source>
        <translation>Woorden voor hoeveel gewijzigd
woorden voor hoeveel</translation>
    </message>
    <message>
        <source>together</source>
        <translation>samen</translation>
    </message>
    <message>
        <source>framework</source>
        <translation>samenvattingen</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>bevindingen</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>matrix</translation>
    </message>
</context>
<context>
    <name>AnswerTree</name>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>n of N</source>
        <translation>n van N</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In woorden</translation>
    </message>
    <message>
        <source>Tick to name it as an example</source>
        <translation>Vink aan om dit als voorbeeld te noemen</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Open a project</source>
        <translation>Project openen</translation>
    </message>
    <message>
        <source>Where the project goes</source>
        <translation>Waar het project komt te staan</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Documenten toevoegen</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.PDF *.docx *.odt *.md *.txt *.png *.jpg *.jpeg *.tif *.tiff);;PDF documents (*.pdf *.PDF)</source>
        <translation>Documenten (*.pdf *.PDF *.docx *.odt *.md *.txt *.png *.jpg *.jpeg *.tif *.tiff);;Pdf-documenten (*.pdf *.PDF)</translation>
    </message>
    <message>
        <source>Add all documents of a folder</source>
        <translation>Alle documenten uit een map toevoegen</translation>
    </message>
    <message>
        <source>Merge into which project?</source>
        <translation>In welk project samenvoegen?</translation>
    </message>
    <message>
        <source>Files of the other coders</source>
        <translation>Bestanden van de andere codeurs</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Where the file for the coder goes</source>
        <translation>Waar het bestand voor de codeur komt te staan</translation>
    </message>
    <message>
        <source>Codebooks (*.qdc *.json *.csv *.xlsx)</source>
        <translation>Codeboeken (*.qdc *.json *.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Import codebook</source>
        <translation>Codeboek inlezen</translation>
    </message>
    <message>
        <source>Projects of other programs (*.qdpx *.qde *.qda *.sqlite3 *.sqlite *.db)</source>
        <translation>Projecten van andere programma’s (*.qdpx *.qde *.qda *.sqlite3 *.sqlite *.db)</translation>
    </message>
    <message>
        <source>Import a project of another program</source>
        <translation>Project van een ander programma importeren</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>Waar is {name}?</translation>
    </message>
    <message>
        <source>Drafts (*.docx *.txt *.md)</source>
        <translation>Concepten (*.docx *.txt *.md)</translation>
    </message>
    <message>
        <source>Open a draft</source>
        <translation>Concept openen</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv)</source>
        <translation>Tabellen (*.xlsx *.csv *.tsv)</translation>
    </message>
    <message>
        <source>Import codings from a table</source>
        <translation>Coderingen uit een tabel importeren</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.csv)</source>
        <translation>Rekenbladen (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Import cases from a sheet</source>
        <translation>Casussen uit een rekenblad importeren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>{name} opens only with its password.</source>
        <translation>{name} gaat alleen open met het wachtwoord.</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Laten zoals het is</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wie bent u?</translation>
    </message>
    <message>
        <source>This file came from somebody else. Everything you do in it is in this name:</source>
        <translation>Dit bestand kwam van iemand anders. Alles wat u erin doet, staat op deze naam:</translation>
    </message>
    <message>
        <source>QualCode projects (*.qualcode)</source>
        <translation>QualCode-projecten (*.qualcode)</translation>
    </message>
</context>
<context>
    <name>AssistanceDesk</name>
    <message>
        <source>This is QualCode {version}, newer than what you used before.</source>
        <translation>Dit is QualCode {version}, nieuwer dan wat u eerder gebruikte.</translation>
    </message>
    <message>
        <source>What’s new</source>
        <translation>Wat is nieuw</translation>
    </message>
</context>
<context>
    <name>BackupDesk</name>
    <message>
        <source>Comparing a backup</source>
        <translation>Reservekopie vergelijken</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>Reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Restored as {name}</source>
        <translation>Teruggezet als {name}</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Map voor reservekopieën</translation>
    </message>
    <message>
        <source>Backup of the day</source>
        <translation>Reservekopie van vandaag</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups of {name}</source>
        <translation>Reservekopieën van {name}</translation>
    </message>
    <message>
        <source>Restore into a new file</source>
        <translation>Terugzetten in een nieuw bestand</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>A backup is made at the first work of a day and before acts that touch much. Restoring writes a new file beside the project and opens it; the project itself stays as it is.</source>
        <translation>Bij het eerste werk van een dag en voor grote ingrepen komt er een reservekopie. Terugzetten schrijft een nieuw bestand naast het project en opent het; het project zelf blijft zoals het is.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemaakt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Andere map…</translation>
    </message>
    <message>
        <source>Beside the project</source>
        <translation>Naast het project</translation>
    </message>
    <message>
        <source>There are no backups of this project yet.</source>
        <translation>Van dit project zijn er nog geen reservekopieën.</translation>
    </message>
    <message>
        <source>New backups go to: {folder}</source>
        <translation>Nieuwe reservekopieën gaan naar: {folder}</translation>
    </message>
    <message>
        <source>The present project cannot be compared.</source>
        <translation>Het huidige project is niet te vergelijken.</translation>
    </message>
    <message>
        <source>This backup says the same as the present project.</source>
        <translation>Deze reservekopie is gelijk aan het huidige project.</translation>
    </message>
    <message>
        <source>{n} only in the backup</source>
        <translation>{n} alleen in de reservekopie</translation>
    </message>
    <message>
        <source>{n} that say something else</source>
        <translation>{n} met een andere inhoud</translation>
    </message>
    <message>
        <source>{n} only in the present project</source>
        <translation>{n} alleen in het huidige project</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergelijken…</translation>
    </message>
</context>
<context>
    <name>BatchesDialog</name>
    <message>
        <source>What came in together</source>
        <translation>Wat samen binnenkwam</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Files or words</source>
        <translation>Bestanden of woorden</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
    <message>
        <source>Withdrawing puts back what stood there before. What somebody changed since stays and is named first.</source>
        <translation>Intrekken zet terug wat er eerst stond. Wat iemand sindsdien veranderde, blijft staan en wordt eerst genoemd.</translation>
    </message>
    <message>
        <source>Nothing has come in yet. Each merge, import and search that codes will stand here, to be withdrawn as a whole.</source>
        <translation>Er is nog niets binnengekomen. Elke samenvoeging, import en zoekopdracht die codeert komt hier te staan en is in haar geheel in te trekken.</translation>
    </message>
</context>
<context>
    <name>BehindHand</name>
    <message>
        <source>Reading passages</source>
        <translation>Fragmenten lezen</translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n fragment</numerusform>
            <numerusform>%n fragmenten</numerusform>
        </translation>
    </message>
    <message>
        <source>The two do not stand near each other here.</source>
        <translation>De twee staan hier niet bij elkaar.</translation>
    </message>
    <message>
        <source>Nothing coded here, and the theme is not marked as read: unknown.</source>
        <translation>Hier is niets gecodeerd en het thema is niet als gelezen gemarkeerd: onbekend.</translation>
    </message>
    <message>
        <source>Copied: {sentence}</source>
        <translation>Gekopieerd: {sentence}</translation>
    </message>
</context>
<context>
    <name>BoundaryRuleDialog</name>
    <message>
        <source>Write a boundary rule for {one}</source>
        <translation>Grensregel schrijven voor {one}</translation>
    </message>
    <message>
        <source>Write in both codes</source>
        <translation>In beide codes schrijven</translation>
    </message>
    <message>
        <source>Other code</source>
        <translation>Andere code</translation>
    </message>
    <message>
        <source>Not {one} when</source>
        <translation>Niet {one} als</translation>
    </message>
    <message>
        <source>Then the other code is meant.</source>
        <translation>Dan is de andere code bedoeld.</translation>
    </message>
    <message>
        <source>Not the other code when</source>
        <translation>Niet de andere code als</translation>
    </message>
    <message>
        <source>Then {one} is meant.</source>
        <translation>Dan is {one} bedoeld.</translation>
    </message>
    <message>
        <source>Say when which of the two codes is meant.</source>
        <translation>Zeg wanneer welke van de twee codes bedoeld is.</translation>
    </message>
</context>
<context>
    <name>CaseSheetDialog</name>
    <message>
        <source>Import cases from a sheet</source>
        <translation>Casussen uit een rekenblad importeren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>What the columns tell</source>
        <translation>Wat de kolommen zeggen</translation>
    </message>
    <message>
        <source>What becomes of the lines</source>
        <translation>Wat er met de regels gebeurt</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Kop</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Zegt</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>In het rekenblad</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>What the column {name} tells</source>
        <translation>Wat de kolom {name} zegt</translation>
    </message>
    <message>
        <source>Case of line {n}</source>
        <translation>Casus van regel {n}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kies…</translation>
    </message>
    <message>
        <source>It is {name}</source>
        <translation>Het is {name}</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>Een nieuwe casus</translation>
    </message>
    <message>
        <source>Leave this line out</source>
        <translation>Deze regel weglaten</translation>
    </message>
    <message>
        <source>Document of line {n}</source>
        <translation>Document van regel {n}</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Geen document</translation>
    </message>
</context>
<context>
    <name>ChartDesk</name>
    <message>
        <source>Choose of what, to compare numbers; or a number, to see its passage.</source>
        <translation>Kies waarvan, om getallen te vergelijken; of een getal, om het fragment te zien.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n fragment</numerusform>
            <numerusform>%n fragmenten</numerusform>
        </translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Geen.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>waarden</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Workbook (*.xlsx)</source>
        <translation>Afbeelding (*.png);;Tekening (*.svg);;Werkmap (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} schrijven</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Geschreven: {path}</translation>
    </message>
</context>
<context>
    <name>ChartDialog</name>
    <message>
        <source>Picture</source>
        <translation>Afbeelding</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Afbeelding bewaren…</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>Soort grafiek</translation>
    </message>
    <message>
        <source>Preview of the picture</source>
        <translation>Voorbeeld van de afbeelding</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In woorden</translation>
    </message>
    <message>
        <source>These words go with the picture, for those who do not see it.</source>
        <translation>Deze woorden gaan met de afbeelding mee, voor wie haar niet ziet.</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Tekenen</translation>
    </message>
</context>
<context>
    <name>CheckingDesk</name>
    <message>
        <source>Looking at the texts</source>
        <translation>Teksten bekijken</translation>
    </message>
    <message>
        <source>Reading highlights</source>
        <translation>Markeringen lezen</translation>
    </message>
    <message>
        <source>Reading scanned pages</source>
        <translation>Gescande bladzijden lezen</translation>
    </message>
    <message numerus="yes">
        <source>%n pages were read by text recognition.</source>
        <translation>
            <numerusform>%n bladzijde is gelezen met tekstherkenning.</numerusform>
            <numerusform>%n bladzijden zijn gelezen met tekstherkenning.</numerusform>
        </translation>
    </message>
    <message>
        <source>Given up after two minutes: page {pages}.</source>
        <translation>Na twee minuten opgegeven: bladzijde {pages}.</translation>
    </message>
    <message>
        <source>These codings were not found again: {places}.</source>
        <translation>Deze coderingen zijn niet teruggevonden: {places}.</translation>
    </message>
    <message>
        <source>The PDF of {title} holds no highlights over text.</source>
        <translation>De pdf van {title} bevat geen markeringen over tekst.</translation>
    </message>
    <message>
        <source>Checking quotations</source>
        <translation>Citaten controleren</translation>
    </message>
</context>
<context>
    <name>ChooseBook</name>
    <message>
        <source>Export codebook</source>
        <translation>Codeboek exporteren</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>{title} ({n} codes)</source>
        <translation>{title} ({n} codes)</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
</context>
<context>
    <name>ClashPanel</name>
    <message>
        <source>What has to be decided</source>
        <translation>Wat er te beslissen is</translation>
    </message>
    <message>
        <source>The same for all that are open</source>
        <translation>Hetzelfde voor alle open botsingen</translation>
    </message>
    <message>
        <source>Chooses for each open clash the version of the same file.</source>
        <translation>Kiest bij elke open botsing de versie van hetzelfde bestand.</translation>
    </message>
    <message>
        <source>No clashes</source>
        <translation>Geen botsingen</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} van {total}</translation>
    </message>
    <message>
        <source>Their files differ, but the text is the same. Are they one document?</source>
        <translation>De bestanden verschillen, maar de tekst is gelijk. Is het één document?</translation>
    </message>
    <message>
        <source>They were made apart and bear one name. Are they the same?</source>
        <translation>Ze zijn los van elkaar gemaakt en dragen één naam. Zijn ze hetzelfde?</translation>
    </message>
    <message>
        <source>They are one</source>
        <translation>Het is er één</translation>
    </message>
    <message>
        <source>One stays, with all its work.</source>
        <translation>Eén blijft, met al het werk.</translation>
    </message>
    <message>
        <source>They are two</source>
        <translation>Het zijn er twee</translation>
    </message>
    <message numerus="yes">
        <source>%n rows need it and go with it when it is deleted:</source>
        <translation>
            <numerusform>%n rij heeft dit nodig en verdwijnt mee als het wordt verwijderd:</numerusform>
            <numerusform>%n rijen hebben dit nodig en verdwijnen mee als het wordt verwijderd:</numerusform>
        </translation>
    </message>
    <message>
        <source>What each side changed: these are different things.</source>
        <translation>Wat ieder wijzigde: het gaat om verschillende dingen.</translation>
    </message>
    <message>
        <source>The texts below each other, to be edited afterwards.</source>
        <translation>De teksten onder elkaar, om daarna bij te werken.</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behouden</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Definition</source>
        <translation>Definitie</translation>
    </message>
    <message>
        <source>Mark a code to read what it is for.</source>
        <translation>Kies een code om te lezen waarvoor die is.</translation>
    </message>
    <message>
        <source>This code has no definition yet.</source>
        <translation>Deze code heeft nog geen definitie.</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Niet voor</translation>
    </message>
</context>
<context>
    <name>CodeChoice</name>
    <message>
        <source>Add a code</source>
        <translation>Code toevoegen</translation>
    </message>
    <message>
        <source>Type a few letters of a code</source>
        <translation>Typ een paar letters van een code</translation>
    </message>
    <message>
        <source>Take {code} off</source>
        <translation>{code} weghalen</translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>What the code says</source>
        <translation>Wat de code zegt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Kept with this revision.</source>
        <translation>Wordt bij deze wijziging bewaard.</translation>
    </message>
    <message>
        <source>Code {key}</source>
        <translation>Code {key}</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nieuwe code</translation>
    </message>
    <message>
        <source>Keep the code</source>
        <translation>Code bewaren</translation>
    </message>
    <message>
        <source>A code needs a name. Type one.</source>
        <translation>Een code heeft een naam nodig. Typ er een.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Sleutel</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Name in Dutch</source>
        <translation>Naam in het Nederlands</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Naam in het Engels</translation>
    </message>
    <message>
        <source>Short definition in Dutch</source>
        <translation>Korte definitie in het Nederlands</translation>
    </message>
    <message>
        <source>Short definition in English</source>
        <translation>Korte definitie in het Engels</translation>
    </message>
    <message>
        <source>Full definition in Dutch</source>
        <translation>Volledige definitie in het Nederlands</translation>
    </message>
    <message>
        <source>Full definition in English</source>
        <translation>Volledige definitie in het Engels</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>Wanneer gebruiken</translation>
    </message>
    <message>
        <source>When not to use; one a line, “text → KEY” names the neighbour</source>
        <translation>Wanneer niet gebruiken; één per regel, “tekst → SLEUTEL” noemt de buurcode</translation>
    </message>
    <message>
        <source>Example in own words</source>
        <translation>Voorbeeld in eigen woorden</translation>
    </message>
    <message>
        <source>Borderline case</source>
        <translation>Grensgeval</translation>
    </message>
    <message>
        <source>Keywords; one a line, with (start), (word), (exact), (phrase) or (inside)</source>
        <translation>Trefwoorden; één per regel, met (start), (word), (exact), (phrase) of (inside)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Pole A</source>
        <translation>Pool A</translation>
    </message>
    <message>
        <source>Pole B</source>
        <translation>Pool B</translation>
    </message>
    <message>
        <source>In use by default</source>
        <translation>Standaard in gebruik</translation>
    </message>
    <message>
        <source>Revisions of this code</source>
        <translation>Revisies van deze code</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisies</translation>
    </message>
    <message>
        <source>There is no code {key}. Name another neighbour.</source>
        <translation>Er is geen code {key}. Noem een andere buurcode.</translation>
    </message>
    <message>
        <source>This is no colour. Type one such as #7a1fa2.</source>
        <translation>Dit is geen kleur. Typ er een zoals #7a1fa2.</translation>
    </message>
    <message>
        <source>legible</source>
        <translation>goed te zien</translation>
    </message>
    <message>
        <source>hard to see</source>
        <translation>slecht te zien</translation>
    </message>
    <message>
        <source>light</source>
        <translation>licht</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>donker</translation>
    </message>
    <message>
        <source>also the colour of {keys}</source>
        <translation>ook de kleur van {keys}</translation>
    </message>
</context>
<context>
    <name>CodeHitsDialog</name>
    <message numerus="yes">
        <source>Code %n hits</source>
        <translation>
            <numerusform>%n treffer coderen</numerusform>
            <numerusform>%n treffers coderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Make codings</source>
        <translation>Codeer</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>Code zoeken</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>The words found</source>
        <translation>De gevonden woorden</translation>
    </message>
    <message>
        <source>The sentence</source>
        <translation>De zin</translation>
    </message>
    <message>
        <source>The paragraph</source>
        <translation>De alinea</translation>
    </message>
    <message>
        <source>Passages to be coded</source>
        <translation>Passages die gecodeerd worden</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What is coded</source>
        <translation>Wat gecodeerd is</translation>
    </message>
    <message numerus="yes">
        <source>Make %n codings</source>
        <translation>
            <numerusform>Maak %n codering</numerusform>
            <numerusform>Maak %n coderingen</numerusform>
        </translation>
    </message>
    <message>
        <source>No code is called so.</source>
        <translation>Geen code heet zo.</translation>
    </message>
    <message>
        <source>Looking up the passages…</source>
        <translation>De passages worden opgezocht…</translation>
    </message>
    <message>
        <source>{hits} hits become {new} codings in {documents} documents.</source>
        <translation>{hits} treffers worden {new} coderingen in {documents} documenten.</translation>
    </message>
    <message numerus="yes">
        <source>%n places have this code already.</source>
        <translation>
            <numerusform>%n plaats heeft deze code al.</numerusform>
            <numerusform>%n plaatsen hebben deze code al.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeLinksDialog</name>
    <message>
        <source>Codes from wave to wave</source>
        <translation>Codes van golf tot golf</translation>
    </message>
    <message>
        <source>A question over two waves counts these codes as one. Codes that were merged or split in the codebook are here by themselves; no coding is changed.</source>
        <translation>Een vraag over twee golven telt deze codes als één. Codes die in het codeboek zijn samengevoegd of gesplitst staan hier vanzelf; geen codering verandert.</translation>
    </message>
    <message>
        <source>Earlier code</source>
        <translation>Eerdere code</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Wat ermee gebeurde</translation>
    </message>
    <message>
        <source>Later code</source>
        <translation>Latere code</translation>
    </message>
    <message>
        <source>Linked codes</source>
        <translation>Gekoppelde codes</translation>
    </message>
    <message>
        <source>No codes are linked yet. Choose two below and link them.</source>
        <translation>Er zijn nog geen codes gekoppeld. Kies er hieronder twee en koppel ze.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>A code cannot become itself. Choose two codes.</source>
        <translation>Een code kan niet zichzelf worden. Kies twee codes.</translation>
    </message>
</context>
<context>
    <name>CodeLinksHand</name>
    <message>
        <source>Codes linked from wave to wave
link of codes</source>
        <translation>Codes van golf tot golf gekoppeld
koppeling van codes</translation>
    </message>
</context>
<context>
    <name>CodeReview</name>
    <message>
        <source>Codings to review</source>
        <translation>Coderingen om na te lopen</translation>
    </message>
    <message>
        <source>Other code</source>
        <translation>Andere code</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Laten staan</translation>
    </message>
    <message>
        <source>&amp;Give the other code</source>
        <translation>&amp;Andere code geven</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Volgende</translation>
    </message>
    <message>
        <source>an area</source>
        <translation>een gebied</translation>
    </message>
    <message>
        <source>{n} codings were made with a code that has changed since.</source>
        <translation>{n} coderingen zijn gemaakt met een code die daarna is gewijzigd.</translation>
    </message>
    <message>
        <source>Nothing is left to review.</source>
        <translation>Er is niets meer om na te lopen.</translation>
    </message>
    <message>
        <source>was {key}, merged</source>
        <translation>was {key}, samengevoegd</translation>
    </message>
    <message>
        <source>{key} was split</source>
        <translation>{key} is gesplitst</translation>
    </message>
    <message>
        <source>{key} was redefined</source>
        <translation>{key} heeft een andere definitie</translation>
    </message>
    <message>
        <source>{key} was retired</source>
        <translation>{key} is buiten gebruik</translation>
    </message>
</context>
<context>
    <name>CodeTableDesk</name>
    <message>
        <source>Reading {name}</source>
        <translation>{name} lezen</translation>
    </message>
    <message>
        <source>Looking for the words</source>
        <translation>De woorden zoeken</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} importeren</translation>
    </message>
</context>
<context>
    <name>CodeTableDialog</name>
    <message>
        <source>Import codings from a table</source>
        <translation>Coderingen uit een tabel importeren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Make codes that are not in the project</source>
        <translation>Codes maken die niet in het project staan</translation>
    </message>
    <message>
        <source>Let coders join who are not in the project</source>
        <translation>Codeurs toevoegen die niet in het project staan</translation>
    </message>
    <message>
        <source>No column tells: {names}.</source>
        <translation>Geen kolom vertelt: {names}.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Kop</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Vertelt</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
    </message>
    <message>
        <source>What the columns tell</source>
        <translation>Wat de kolommen vertellen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>What becomes of the lines</source>
        <translation>Wat er met de regels gebeurt</translation>
    </message>
    <message>
        <source>What the column {name} tells</source>
        <translation>Wat de kolom {name} vertelt</translation>
    </message>
</context>
<context>
    <name>CodeTree</name>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
</context>
<context>
    <name>CodeWordsDialog</name>
    <message>
        <source>In short</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definitie</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>Wanneer gebruiken</translation>
    </message>
    <message>
        <source>When not to use</source>
        <translation>Wanneer niet gebruiken</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Borderline case</source>
        <translation>Grensgeval</translation>
    </message>
    <message>
        <source>Poles</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>What the code says</source>
        <translation>Wat de code zegt</translation>
    </message>
    <message>
        <source>This code has no definition yet.</source>
        <translation>Deze code heeft nog geen definitie.</translation>
    </message>
</context>
<context>
    <name>CodebookArrival</name>
    <message>
        <source>Import codebook</source>
        <translation>Codeboek inlezen</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Opnemen</translation>
    </message>
    <message numerus="yes">
        <source>%n codes</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facets</source>
        <translation>
            <numerusform>%n facet</numerusform>
            <numerusform>%n facetten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registers</source>
        <translation>
            <numerusform>%n register</numerusform>
            <numerusform>%n registers</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” brings {things}.</source>
        <translation>“{title}” brengt {things} mee.</translation>
    </message>
    <message>
        <source>Codes that arrive</source>
        <translation>Codes die erbij komen</translation>
    </message>
    <message>
        <source>Mended or lost</source>
        <translation>Hersteld of weggelaten</translation>
    </message>
    <message>
        <source>Already here by key or name</source>
        <translation>Hier al met dezelfde sleutel of naam</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>en nog {n}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>line {n}: {said}</source>
        <translation>regel {n}: {said}</translation>
    </message>
    <message>
        <source>{key} {name}: here as {other}</source>
        <translation>{key} {name}: hier als {other}</translation>
    </message>
</context>
<context>
    <name>CodebookDesk</name>
    <message>
        <source>codebook differences</source>
        <translation>verschillen codeboek</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx);;Table (*.csv)</source>
        <translation>Rekenblad (*.xlsx);;Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
</context>
<context>
    <name>CodebookHand</name>
    <message>
        <source>No code is retired.</source>
        <translation>Er is geen code buiten gebruik.</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Weer gebruiken</translation>
    </message>
    <message>
        <source>codes of the round: {n} of {all}</source>
        <translation>codes van de ronde: {n} van {all}</translation>
    </message>
    <message>
        <source>Mark the code first that is meant.</source>
        <translation>Markeer eerst de code die u bedoelt.</translation>
    </message>
</context>
<context>
    <name>CodebookPanel</name>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>Code zoeken</translation>
    </message>
    <message>
        <source>Codes found</source>
        <translation>Gevonden codes</translation>
    </message>
    <message>
        <source>Pinned codes</source>
        <translation>Vaste codes</translation>
    </message>
    <message>
        <source>Only the codes of this round</source>
        <translation>Alleen de codes van deze ronde</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Vast</translation>
    </message>
    <message>
        <source>keys 1–9</source>
        <translation>toetsen 1–9</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>No codes yet. Select words on a page to make one, or import a codebook.</source>
        <translation>Nog geen codes. Selecteer woorden op een bladzijde om er een te maken, of lees een codeboek in.</translation>
    </message>
    <message>
        <source>Import codebook…</source>
        <translation>Codeboek inlezen…</translation>
    </message>
    <message>
        <source>{active} of {all}</source>
        <translation>{active} van {all}</translation>
    </message>
    <message>
        <source>{active} of the {all} codes are coded with in this round.</source>
        <translation>Met {active} van de {all} codes wordt in deze ronde gecodeerd.</translation>
    </message>
    <message>
        <source>Mark the code first that a digit is to assign.</source>
        <translation>Kies eerst de code die u aan een cijfer wilt vastzetten.</translation>
    </message>
    <message>
        <source>Pin {key} to</source>
        <translation>{key} vastzetten op</translation>
    </message>
    <message>
        <source>free</source>
        <translation>vrij</translation>
    </message>
    <message>
        <source>Unpin from {digit}</source>
        <translation>Losmaken van {digit}</translation>
    </message>
    <message>
        <source>Used most</source>
        <translation>Meest gebruikt</translation>
    </message>
    <message>
        <source>No code found for “{typed}”.</source>
        <translation>Geen code gevonden voor “{typed}”.</translation>
    </message>
    <message>
        <source>The first {n} of {all}: type more to find the others.</source>
        <translation>De eerste {n} van {all}: typ meer om de andere te vinden.</translation>
    </message>
</context>
<context>
    <name>CodebookUpdate</name>
    <message>
        <source>Take over changes of a codebook</source>
        <translation>Wijzigingen van een codeboek overnemen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>“{title}” is here already. The file differs in {n} codes.</source>
        <translation>‘{title}’ is er al. Het bestand verschilt bij {n} codes.</translation>
    </message>
    <message>
        <source>Codes that differ</source>
        <translation>Codes die verschillen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In het bestand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Kept with the revisions.</source>
        <translation>Wordt bij de revisies bewaard.</translation>
    </message>
    <message>
        <source>The file says what the codebook says.</source>
        <translation>Het bestand zegt wat het codeboek zegt.</translation>
    </message>
    <message>
        <source>Nothing is ticked, so nothing would change. Tick what is to change.</source>
        <translation>Er is niets aangevinkt, dus er zou niets veranderen. Vink aan wat moet veranderen.</translation>
    </message>
    <message>
        <source>A ticked code says what the file says; the others stay as they are.</source>
        <translation>Een aangevinkte code gaat zeggen wat het bestand zegt; de andere blijven zoals ze zijn.</translation>
    </message>
    <message numerus="yes">
        <source>%n codes were changed here and in the file: choose.</source>
        <translation>
            <numerusform>%n code is hier én in het bestand gewijzigd: kies.</numerusform>
            <numerusform>%n codes zijn hier én in het bestand gewijzigd: kies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Facets and registers of the file stay out: {keys}.</source>
        <translation>Facetten en registers van het bestand komen niet mee: {keys}.</translation>
    </message>
    <message>
        <source>changed here too</source>
        <translation>hier ook gewijzigd</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>changed in the file</source>
        <translation>gewijzigd in het bestand</translation>
    </message>
    <message>
        <source>changed here and there</source>
        <translation>hier en daar gewijzigd</translation>
    </message>
    <message>
        <source>retired here: use again</source>
        <translation>hier buiten gebruik: weer gebruiken</translation>
    </message>
    <message>
        <source>not in the file: retire</source>
        <translation>niet in het bestand: buiten gebruik</translation>
    </message>
</context>
<context>
    <name>CoderSwitch</name>
    <message>
        <source>New coder…</source>
        <translation>Nieuwe codeur…</translation>
    </message>
    <message>
        <source>No coder</source>
        <translation>Geen codeur</translation>
    </message>
    <message>
        <source>Coder: {name}</source>
        <translation>Codeur: {name}</translation>
    </message>
    <message>
        <source>Who is coding. Every coding made now is of this coder.</source>
        <translation>Wie er codeert. Elke codering die u nu maakt, is van deze codeur.</translation>
    </message>
</context>
<context>
    <name>CodingFilterDialog</name>
    <message>
        <source>Show only these codings</source>
        <translation>Alleen deze coderingen tonen</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Alleen deze tonen</translation>
    </message>
    <message>
        <source>No codes yet: all codings are shown.</source>
        <translation>Nog geen codes: alle coderingen zijn te zien.</translation>
    </message>
    <message>
        <source>Families and codes</source>
        <translation>Families en codes</translation>
    </message>
    <message>
        <source>No tick: all codes.</source>
        <translation>Geen vinkje: alle codes.</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Codeurs</translation>
    </message>
    <message>
        <source>No tick: all coders.</source>
        <translation>Geen vinkje: alle codeurs.</translation>
    </message>
</context>
<context>
    <name>CodingHand</name>
    <message>
        <source>Select text first: a code is put on a passage.</source>
        <translation>Selecteer eerst tekst: een code hoort bij een fragment.</translation>
    </message>
    <message>
        <source>No code is pinned to {digit}. Click a code, press {pin_code}, then {digit}.</source>
        <translation>Op {digit} is geen code vastgezet. Klik op een code, druk op {pin_code} en dan op {digit}.</translation>
    </message>
    <message>
        <source>The codebook names no limits of this code.</source>
        <translation>Het codeboek noemt geen grenzen van deze code.</translation>
    </message>
    <message>
        <source>Mark a code first to read what it is for.</source>
        <translation>Markeer eerst een code om te lezen waarvoor die is.</translation>
    </message>
    <message numerus="yes">
        <source>%n of these have {key} already.</source>
        <translation>
            <numerusform>%n hiervan heeft {key} al.</numerusform>
            <numerusform>%n hiervan hebben {key} al.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these are by another coder and stay as they are.</source>
        <translation>
            <numerusform>%n hiervan is van een andere codeur en blijft zoals die is.</numerusform>
            <numerusform>%n hiervan zijn van een andere codeur en blijven zoals ze zijn.</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} asks other things: {facets} was left out. Undo brings it back.</source>
        <translation>{key} vraagt andere dingen: {facets} is weggelaten. Ongedaan maken brengt het terug.</translation>
    </message>
    <message>
        <source>{label}, coded by {coder}, page {page}</source>
        <translation>{label}, gecodeerd door {coder}, bladzijde {page}</translation>
    </message>
    <message>
        <source>{keys} lie here. Click again or press {other_at_place} for the next one.</source>
        <translation>Hier liggen {keys}. Klik nog eens of druk op {other_at_place} voor de volgende.</translation>
    </message>
</context>
<context>
    <name>CodingOrigin</name>
    <message>
        <source>Codings by origin and time</source>
        <translation>Coderingen naar herkomst en tijd</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Alleen deze tonen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Came with, and made on which days</source>
        <translation>Binnengekomen met, en gemaakt op welke dagen</translation>
    </message>
</context>
<context>
    <name>CodingSpace</name>
    <message>
        <source>What to work on</source>
        <translation>Waaraan u werkt</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>What is coded</source>
        <translation>Wat gecodeerd is</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Memo&apos;s</translation>
    </message>
    <message>
        <source>{pin_code} pins one</source>
        <translation>{pin_code} zet er een vast</translation>
    </message>
</context>
<context>
    <name>CodingsHead</name>
    <message>
        <source>Filter the codings</source>
        <translation>Codering zoeken</translation>
    </message>
    <message>
        <source>without</source>
        <translation>zonder</translation>
    </message>
    <message>
        <source>Codings {n}</source>
        <translation>Coderingen {n}</translation>
    </message>
    <message>
        <source>Only {origin}. Press to show all again.</source>
        <translation>Alleen {origin}. Druk hierop om alles weer te tonen.</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Groeperen</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Geen groepen</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Per code</translation>
    </message>
    <message>
        <source>By family</source>
        <translation>Per familie</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Per document</translation>
    </message>
    <message>
        <source>By coder</source>
        <translation>Per codeur</translation>
    </message>
    <message>
        <source>By case</source>
        <translation>Per casus</translation>
    </message>
    <message>
        <source>By wave</source>
        <translation>Per golf</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles inklappen</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>Alles uitklappen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sorteren op</translation>
    </message>
    <message>
        <source>Group and sort: {now}</source>
        <translation>Groeperen en sorteren: {now}</translation>
    </message>
    <message>
        <source>without {facet} ({n})</source>
        <translation>zonder {facet} ({n})</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>In dit document</translation>
    </message>
    <message>
        <source>In all documents</source>
        <translation>In alle documenten</translation>
    </message>
    <message>
        <source>By file, batch and time…</source>
        <translation>Naar bestand, partij en tijd…</translation>
    </message>
</context>
<context>
    <name>CodingsPanel</name>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>Listing codings</source>
        <translation>Coderingen op een rij zetten</translation>
    </message>
    <message>
        <source>No coding is like this. Clear the filter to see the others.</source>
        <translation>Geen codering is zo. Wis het filter om de andere te zien.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n codings</source>
        <translation>
            <numerusform>%n codering verwijderen</numerusform>
            <numerusform>%n coderingen verwijderen</numerusform>
        </translation>
    </message>
    <message>
        <source>{facet} is not asked on this coding.</source>
        <translation>{facet} wordt bij deze codering niet gevraagd.</translation>
    </message>
    <message>
        <source>No codings here yet. Select text, then press {code_found}.</source>
        <translation>Hier zijn nog geen coderingen. Selecteer tekst en druk op {code_found}.</translation>
    </message>
    <message>
        <source>Another code…</source>
        <translation>Andere code…</translation>
    </message>
</context>
<context>
    <name>CodingsView</name>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>Find headings</source>
        <translation>Kopjes zoeken</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Bladzijden</translation>
    </message>
    <message>
        <source>Show the pages as small pictures</source>
        <translation>De bladzijden in het klein tonen</translation>
    </message>
    <message>
        <source>The headings of the open document will be here.</source>
        <translation>Hier komen de kopjes van het geopende document.</translation>
    </message>
    <message>
        <source>This document has no contents. “Find headings” looks for them in its text.</source>
        <translation>Dit document heeft geen inhoudsopgave. ‘Kopjes zoeken’ zoekt kopjes in de tekst.</translation>
    </message>
</context>
<context>
    <name>CorpusDesk</name>
    <message>
        <source>Reading {name}</source>
        <translation>{name} lezen</translation>
    </message>
    <message>
        <source>Looking at the sheet</source>
        <translation>Rekenblad bekijken</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} importeren</translation>
    </message>
</context>
<context>
    <name>CorpusPanel</name>
    <message>
        <source>Corpus</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Import from a sheet…</source>
        <translation>Uit een rekenblad importeren…</translation>
    </message>
    <message>
        <source>Add a case…</source>
        <translation>Casus toevoegen…</translation>
    </message>
    <message>
        <source>No documents or cases yet. Import cases from a sheet, or add documents.</source>
        <translation>Nog geen documenten of casussen. Importeer casussen uit een rekenblad of voeg documenten toe.</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Opnemen</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>Eruit halen…</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Onbeslist</translation>
    </message>
    <message>
        <source>Documents and cases</source>
        <translation>Documenten en casussen</translation>
    </message>
    <message>
        <source>No row says that. Clear the filter to see all.</source>
        <translation>Geen rij zegt dat. Wis het filter om alle te zien.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casussen</translation>
    </message>
    <message numerus="yes">
        <source>%n documents in the corpus</source>
        <translation>
            <numerusform>%n document in het corpus</numerusform>
            <numerusform>%n documenten in het corpus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>%n eruit</numerusform>
            <numerusform>%n eruit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n onbeslist</numerusform>
            <numerusform>%n onbeslist</numerusform>
        </translation>
    </message>
    <message>
        <source>Counts nowhere: {names}.</source>
        <translation>Tellen nergens mee: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%n codings count nowhere: their documents are not in ({names}).</source>
        <translation>
            <numerusform>%n codering telt nergens mee: het document ervan hoort niet bij het corpus ({names}).</numerusform>
            <numerusform>%n coderingen tellen nergens mee: hun documenten horen niet bij het corpus ({names}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Document openen</translation>
    </message>
    <message>
        <source>Remove the case</source>
        <translation>Casus verwijderen</translation>
    </message>
</context>
<context>
    <name>CorpusSpace</name>
    <message numerus="yes">
        <source>Why do %n documents not count?</source>
        <translation>
            <numerusform>Waarom telt %n document niet mee?</numerusform>
            <numerusform>Waarom tellen %n documenten niet mee?</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of the corpus</source>
        <translation>Uit het corpus</translation>
    </message>
    <message numerus="yes">
        <source>%n documents in or out of the corpus</source>
        <translation>
            <numerusform>%n document in of uit het corpus</numerusform>
            <numerusform>%n documenten in of uit het corpus</numerusform>
        </translation>
    </message>
    <message>
        <source>This document has no case yet. Type one in the column Case first.</source>
        <translation>Dit document heeft nog geen casus. Typ er eerst een in de kolom Casus.</translation>
    </message>
    <message>
        <source>{column} of {name} changed</source>
        <translation>{column} van {name} gewijzigd</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>Casus toevoegen</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>Naam van de casus</translation>
    </message>
    <message>
        <source>Case {name} added</source>
        <translation>Casus {name} toegevoegd</translation>
    </message>
    <message>
        <source>Case {name} removed</source>
        <translation>Casus {name} verwijderd</translation>
    </message>
    <message>
        <source>Add a wave</source>
        <translation>Golf toevoegen</translation>
    </message>
    <message>
        <source>Name, such as 2022</source>
        <translation>Naam, zoals 2022</translation>
    </message>
    <message>
        <source>Add a system</source>
        <translation>Indeling toevoegen</translation>
    </message>
    <message>
        <source>Name, such as size or region</source>
        <translation>Naam, zoals grootte of regio</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Groep toevoegen</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Naam van de groep</translation>
    </message>
    <message>
        <source>{name} added</source>
        <translation>{name} toegevoegd</translation>
    </message>
    <message>
        <source>{name} renamed</source>
        <translation>Nieuwe naam: {name}</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>{name} verwijderd</translation>
    </message>
    <message>
        <source>Group moved</source>
        <translation>Groep verplaatst</translation>
    </message>
</context>
<context>
    <name>DealGrid</name>
    <message>
        <source>Who codes what</source>
        <translation>Wie codeert wat</translation>
    </message>
    <message>
        <source>No documents yet. Add the ones to be handed out first.</source>
        <translation>Nog geen documenten. Voeg eerst toe wat u wilt uitdelen.</translation>
    </message>
    <message>
        <source>{title} (out of the corpus)</source>
        <translation>{title} (buiten het corpus)</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>Doet mee</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documenten</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} bladzijden</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>Decision</source>
        <translation>Beslissing</translation>
    </message>
    <message>
        <source>What each coder made of a difference will be here, to choose from.</source>
        <translation>Hier komt wat elke codeur van een verschil maakte, om uit te kiezen.</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Alle codes</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Aanpassen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Geen van deze</translation>
    </message>
    <message>
        <source>Discuss</source>
        <translation>Bespreken</translation>
    </message>
    <message>
        <source>The outcome goes to the consensus. The coders&apos; own work stays.</source>
        <translation>De uitkomst komt bij de consensus. Het eigen werk van de codeurs blijft staan.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Besloten</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>In the order of the document</source>
        <translation>Op volgorde van het document</translation>
    </message>
    <message>
        <source>Largest difference first</source>
        <translation>Grootste verschil eerst</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The coders do not differ here.</source>
        <translation>De codeurs verschillen hier niet.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n equal</source>
        <translation>
            <numerusform>%n gelijke overnemen</numerusform>
            <numerusform>%n gelijke overnemen</numerusform>
        </translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Alle codes</translation>
    </message>
</context>
<context>
    <name>DocumentHand</name>
    <message>
        <source>Rename the document</source>
        <translation>Document hernoemen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>{title} leaves this project with its text, its PDF and all that was coded, written and judged on it. Until the project is closed, undo brings it back.</source>
        <translation>{title} verdwijnt uit dit project, met tekst, pdf en alles wat erbij gecodeerd, geschreven en beoordeeld is. Ongedaan maken brengt het terug zolang het project open is.</translation>
    </message>
    <message>
        <source>Remove 1 document</source>
        <translation>1 document verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>Remove 1 document and %n codings</source>
        <translation>
            <numerusform>1 document en %n codering verwijderen</numerusform>
            <numerusform>1 document en %n coderingen verwijderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a document</source>
        <translation>Document verwijderen</translation>
    </message>
</context>
<context>
    <name>DocumentsList</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n bladzijde</numerusform>
            <numerusform>%n bladzijden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codings</source>
        <translation>
            <numerusform>%n codering</numerusform>
            <numerusform>%n coderingen</numerusform>
        </translation>
    </message>
    <message>
        <source>text recognition (OCR): check quotations on the page</source>
        <translation>tekstherkenning (OCR): vergelijk citaten met de bladzijde</translation>
    </message>
    <message>
        <source>the PDF is not in this project</source>
        <translation>de pdf zit niet in dit project</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Filter documents</source>
        <translation>Filter documenten</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>Documenten toevoegen…</translation>
    </message>
    <message>
        <source>Documents are being added. Each appears here when it has been read.</source>
        <translation>Er worden documenten toegevoegd. Elk document staat hier zodra het is ingelezen.</translation>
    </message>
    <message>
        <source>No document is called that. Clear the filter to see all.</source>
        <translation>Geen document heet zo. Wis het filter om alle te zien.</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Geen groepen</translation>
    </message>
    <message>
        <source>By wave</source>
        <translation>Per golf</translation>
    </message>
    <message>
        <source>No documents yet. Drag them here.</source>
        <translation>Nog geen documenten. Sleep ze hierheen.</translation>
    </message>
    <message>
        <source>Group documents: {now}</source>
        <translation>Documenten groeperen: {now}</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>To the page</source>
        <translation>Naar de bladzijde</translation>
    </message>
    <message>
        <source>Copy quotation</source>
        <translation>Kopieer citaat</translation>
    </message>
    <message>
        <source>Language of the sentence</source>
        <translation>Taal van de zin</translation>
    </message>
    <message>
        <source>Copy sentence</source>
        <translation>Kopieer zin</translation>
    </message>
    <message>
        <source>Keep as finding</source>
        <translation>Bewaar als bevinding</translation>
    </message>
    <message>
        <source>Keep the sentence with its question (F)</source>
        <translation>Bewaar de zin met de vraag erachter (F)</translation>
    </message>
    <message>
        <source>Choose a cell to see the passages behind it.</source>
        <translation>Kies een cel om de fragmenten erachter te zien.</translation>
    </message>
    <message>
        <source>{n} of {all} passages are shown.</source>
        <translation>{n} van {all} fragmenten worden getoond.</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Fragmenten</translation>
    </message>
    <message>
        <source>Between the two:</source>
        <translation>Tussen de twee:</translation>
    </message>
    <message>
        <source>Copied: {sentence}</source>
        <translation>Gekopieerd: {sentence}</translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message>
        <source>REFI-QDA codebook (*.qdc);;To print (*.docx);;Web page (*.html);;Spreadsheet (*.xlsx);;Table (*.csv);;QualCode codebook (*.json)</source>
        <translation>REFI-QDA-codeboek (*.qdc);;Om af te drukken (*.docx);;Webpagina (*.html);;Rekenblad (*.xlsx);;Tabel (*.csv);;QualCode-codeboek (*.json)</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Reading a codebook</source>
        <translation>Codeboek lezen</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} geschreven</translation>
    </message>
</context>
<context>
    <name>ExportDesk</name>
    <message>
        <source>PDFs into a folder</source>
        <translation>PDF’s in een map</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>overeenstemming</translation>
    </message>
    <message>
        <source>report</source>
        <translation>rapport</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archief</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx)</source>
        <translation>Rekenbladen (*.xlsx)</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheets (*.ods)</source>
        <translation>OpenDocument-rekenbladen (*.ods)</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Kommagescheiden waarden (*.csv)</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webpagina’s (*.html)</translation>
    </message>
    <message>
        <source>Text documents (*.docx)</source>
        <translation>Tekstdocumenten (*.docx)</translation>
    </message>
    <message>
        <source>QualCode projects (*.qualcode)</source>
        <translation>QualCode-projecten (*.qualcode)</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} geschreven</translation>
    </message>
    <message>
        <source>Who is who in {name}, which the file itself does not say: {who}</source>
        <translation>Wie wie is in {name}; het bestand zelf zegt dat niet: {who}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Choose where it goes…</source>
        <translation>Kies waar het komt…</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Rekenblad</translation>
    </message>
    <message>
        <source>Coded segments, matrix, values, findings, registers, agreement, codebook and method, one sheet each; what there is nothing of is left out.</source>
        <translation>Gecodeerde fragmenten, matrix, waarden, bevindingen, registers, overeenstemming, codeboek en verantwoording, elk op een blad; waar niets van is, blijft weg.</translation>
    </message>
    <message>
        <source>One table (.csv)</source>
        <translation>Eén tabel (.csv)</translation>
    </message>
    <message>
        <source>For statistics and other programs, with texts in full length.</source>
        <translation>Voor statistiek en andere programma’s, met teksten in hun volle lengte.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>A chapter per theme: a chart, a table, findings, and cited quotations below each code.</source>
        <translation>Een hoofdstuk per thema: een grafiek, een tabel, bevindingen, en citaten met bron onder elke code.</translation>
    </message>
    <message>
        <source>PDFs with highlights</source>
        <translation>PDF’s met markeringen</translation>
    </message>
    <message>
        <source>Every coding as a highlight with its code, coder and note, as Acrobat, Okular and browsers show it. The PDFs go into a folder of your choice.</source>
        <translation>Elke codering als markering met code, codeur en notitie, zoals Acrobat, Okular en browsers die tonen. De PDF’s komen in een map naar keuze.</translation>
    </message>
    <message>
        <source>Archive (.qualcode)</source>
        <translation>Archief (.qualcode)</translation>
    </message>
    <message>
        <source>A project to keep or share: coders by number, no PDFs, no history. Names of coders are also replaced in notes; read these before you share the file.</source>
        <translation>Een project om te bewaren of te delen: codeurs met een nummer, zonder PDF’s en geschiedenis. Ook in notities worden namen van codeurs vervangen; lees die na voordat u het bestand deelt.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>To read and to keep</source>
        <translation>Om te lezen en te bewaren</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>Agreement table (.csv)</source>
        <translation>Tabel overeenstemming (.csv)</translation>
    </message>
    <message>
        <source>One row per code: alpha, F1, percent, kappa, spans, documents.</source>
        <translation>Eén rij per code: alfa, F1, percentage, kappa, spans, documenten.</translation>
    </message>
    <message>
        <source>Agreement, all figures (.xlsx)</source>
        <translation>Overeenstemming, alle cijfers (.xlsx)</translation>
    </message>
    <message>
        <source>Per code, pair and document, confusion, drift and method.</source>
        <translation>Per code, paar en document, verwarring, verloop en verantwoording.</translation>
    </message>
    <message>
        <source>Agreement, all figures (.html)</source>
        <translation>Overeenstemming, alle cijfers (.html)</translation>
    </message>
    <message>
        <source>The same on one page, with the intervals drawn.</source>
        <translation>Hetzelfde op één pagina, met de intervallen getekend.</translation>
    </message>
    <message>
        <source>Agreement data for R (.csv)</source>
        <translation>Gegevens voor R (.csv)</translation>
    </message>
    <message>
        <source>What every coder marked, so that others can compute the figures again.</source>
        <translation>Wat elke codeur markeerde, zodat anderen de cijfers kunnen narekenen.</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>Kind of file</source>
        <translation>Soort bestand</translation>
    </message>
    <message>
        <source>Marked PDFs beside it</source>
        <translation>PDF’s met markeringen ernaast</translation>
    </message>
    <message>
        <source>A folder with the PDFs; every coded segment links to its page in them.</source>
        <translation>Een map met de PDF’s; elk gecodeerd fragment verwijst naar zijn bladzijde daarin.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Dutch: semicolons, decimal commas</source>
        <translation>Nederlands: puntkomma’s en decimale komma’s</translation>
    </message>
    <message>
        <source>International: commas, decimal points</source>
        <translation>Internationaal: komma’s en decimale punten</translation>
    </message>
    <message>
        <source>Separators</source>
        <translation>Scheidingstekens</translation>
    </message>
    <message>
        <source>Write csv exactly as it is</source>
        <translation>Csv precies zo schrijven als het is</translation>
    </message>
    <message>
        <source>For other programs. Otherwise text that begins with =, +, - or @ is marked, so that a spreadsheet shows it and does not compute it.</source>
        <translation>Voor andere programma’s. Anders wordt tekst die begint met =, +, - of @ gemarkeerd, zodat een rekenblad die toont en niet uitrekent.</translation>
    </message>
    <message>
        <source>All that are coded</source>
        <translation>Alle die gecodeerd zijn</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thema’s</translation>
    </message>
    <message>
        <source>Quotations below each code</source>
        <translation>Citaten onder elke code</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle documenten</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>Alle codeurs</translation>
    </message>
    <message>
        <source>Codings of</source>
        <translation>Coderingen van</translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation>Excel (.xlsx)</translation>
    </message>
    <message>
        <source>OpenDocument (.ods)</source>
        <translation>OpenDocument (.ods)</translation>
    </message>
    <message>
        <source>Text document (.docx)</source>
        <translation>Tekstdocument (.docx)</translation>
    </message>
    <message>
        <source>Web page (.html)</source>
        <translation>Webpagina (.html)</translation>
    </message>
</context>
<context>
    <name>FacetDrawer</name>
    <message>
        <source>More of this coding</source>
        <translation>Meer bij deze codering</translation>
    </message>
    <message>
        <source>Nothing more is asked here. Choose a role first.</source>
        <translation>Hier wordt niets meer gevraagd. Kies eerst een rol.</translation>
    </message>
    <message>
        <source>In the passage</source>
        <translation>In de passage</translation>
    </message>
    <message>
        <source>Put {number} into the fields</source>
        <translation>{number} in de velden zetten</translation>
    </message>
    <message>
        <source>Remove {number}</source>
        <translation>{number} verwijderen</translation>
    </message>
</context>
<context>
    <name>FacetHand</name>
    <message>
        <source>Choose the role of the passage first: {facet_d}, {facet_m} or {facet_s}.</source>
        <translation>Kies eerst de rol van het fragment: {facet_d}, {facet_m} of {facet_s}.</translation>
    </message>
    <message>
        <source>Concreteness is asked of a measure only: press {facet_m} first.</source>
        <translation>Concreetheid geldt alleen voor een maatregel: druk eerst op {facet_m}.</translation>
    </message>
    <message>
        <source>This project has no codebook, so there is nothing to add a facet to.</source>
        <translation>Dit project heeft geen codeboek, dus er is niets om een facet aan toe te voegen.</translation>
    </message>
    <message>
        <source>The code brought “{option}” already. The same key again takes it off.</source>
        <translation>De code bracht ‘{option}’ al mee. Nog eens dezelfde toets haalt het weg.</translation>
    </message>
    <message>
        <source>Click a coding first: facets belong to a coding.</source>
        <translation>Klik eerst op een codering: facetten horen bij een codering.</translation>
    </message>
    <message>
        <source>No number can be read here. Type one, such as 1.200 or 8 tot 48.</source>
        <translation>Hier is geen getal te lezen. Typ er een, zoals 1.200 of 8 tot 48.</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Sentence of the finding</source>
        <translation>Zin van de bevinding</translation>
    </message>
    <message>
        <source>Language of what was found</source>
        <translation>Taal van wat gevonden is</translation>
    </message>
    <message>
        <source>Found now</source>
        <translation>Nu gevonden</translation>
    </message>
    <message>
        <source>Keep this wording</source>
        <translation>Bewaar deze zin</translation>
    </message>
    <message>
        <source>Keep what is found now</source>
        <translation>Bewaar wat nu gevonden is</translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>Memo…</translation>
    </message>
    <message>
        <source>Remove finding</source>
        <translation>Verwijder bevinding</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Tegenspraken</translation>
    </message>
    <message>
        <source>kept by {coder} on {day}</source>
        <translation>bewaard door {coder} op {day}</translation>
    </message>
    <message>
        <source>Found then</source>
        <translation>Toen gevonden</translation>
    </message>
    <message>
        <source>Nothing contradicts it.</source>
        <translation>Niets spreekt haar tegen.</translation>
    </message>
    <message>
        <source>No contradictions.</source>
        <translation>Geen tegenspraken.</translation>
    </message>
    <message>
        <source>A newer version of the program kept this finding. Open it there.</source>
        <translation>Een nieuwere versie van het programma bewaarde deze bevinding. Open haar daar.</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Check of the project</source>
        <translation>Controle van het project</translation>
    </message>
    <message>
        <source>Write a repaired copy…</source>
        <translation>Herstelde kopie schrijven…</translation>
    </message>
    <message>
        <source>The project is whole: the file, the chained log, and every quote equals its text.</source>
        <translation>Het project is heel: het bestand, het geketende logboek, en elk citaat is gelijk aan zijn tekst.</translation>
    </message>
    <message numerus="yes">
        <source>%n findings. The project itself is left as it is.</source>
        <translation>
            <numerusform>%n bevinding. Het project zelf blijft zoals het is.</numerusform>
            <numerusform>%n bevindingen. Het project zelf blijft zoals het is.</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Wat er mis is</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
</context>
<context>
    <name>FindingsHand</name>
    <message>
        <source>Checking findings</source>
        <translation>Bevindingen nagaan</translation>
    </message>
    <message>
        <source>Finding kept
finding</source>
        <translation>Bevinding bewaard
bevinding</translation>
    </message>
    <message>
        <source>Kept as a finding: {sentence}</source>
        <translation>Bewaard als bevinding: {sentence}</translation>
    </message>
    <message>
        <source>Evidence of a finding picked
evidence</source>
        <translation>Bewijs bij een bevinding gekozen
bewijs</translation>
    </message>
    <message>
        <source>Choose a finding or one side.</source>
        <translation>Kies een bevinding of een kant.</translation>
    </message>
    <message>
        <source>Evidence of the finding</source>
        <translation>Bewijs bij de bevinding</translation>
    </message>
    <message>
        <source>Reading passages</source>
        <translation>Fragmenten lezen</translation>
    </message>
    <message>
        <source>No passage.</source>
        <translation>Geen fragment.</translation>
    </message>
    <message>
        <source>Finding reworded
wording</source>
        <translation>Bevinding anders verwoord
verwoording</translation>
    </message>
    <message>
        <source>Finding brought up to date
finding</source>
        <translation>Bevinding bijgewerkt
bevinding</translation>
    </message>
    <message>
        <source>Finding removed
finding</source>
        <translation>Bevinding verwijderd
bevinding</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Which findings</source>
        <translation>Welke bevindingen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>Alle bevindingen</translation>
    </message>
    <message>
        <source>Not true any more</source>
        <translation>Kloppen niet meer</translation>
    </message>
    <message>
        <source>With contradictions</source>
        <translation>Met tegenspraken</translation>
    </message>
    <message>
        <source>No finding is kept yet. Ask a question or choose a cell, and press F.</source>
        <translation>Er is nog geen bevinding bewaard. Stel een vraag of kies een cel en druk op F.</translation>
    </message>
</context>
<context>
    <name>FolderDesk</name>
    <message>
        <source>{program} keeps this folder equal on several computers. Open the project on one at a time, and wait until {program} is done before you open it elsewhere. Keep the backups outside this folder: Team, Backups.</source>
        <translation>{program} houdt deze map gelijk op meer computers. Open het project op één computer tegelijk, en wacht tot {program} klaar is voordat u het elders opent. Bewaar de reservekopieën buiten deze map: Team, Reservekopieën.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicting copies of this project lie beside it, with work that is not in it: {names}. Merge them, and delete them when all is in.</source>
        <translation>
            <numerusform>%n conflicterende kopie van dit project ligt ernaast, met werk dat er niet in staat: {names}. Voeg haar samen, en gooi haar weg als alles erin staat.</numerusform>
            <numerusform>%n conflicterende kopieën van dit project liggen ernaast, met werk dat er niet in staat: {names}. Voeg ze samen, en gooi ze weg als alles erin staat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge them…</source>
        <translation>Samenvoegen…</translation>
    </message>
</context>
<context>
    <name>FrameworkGrid</name>
    <message>
        <source>{case} on {code}</source>
        <translation>{case} over {code}</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>niet gelezen</translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n fragment</numerusform>
            <numerusform>%n fragmenten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameworkPanel</name>
    <message>
        <source>Framework</source>
        <translation>Samenvattingen</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thema’s</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Golf</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Cases by themes</source>
        <translation>Casussen bij thema’s</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Codes of {family}</source>
        <translation>Codes van {family}</translation>
    </message>
    <message>
        <source>Reading summaries</source>
        <translation>Samenvattingen lezen</translation>
    </message>
    <message>
        <source>What it says, in your own words</source>
        <translation>Wat er staat, in eigen woorden</translation>
    </message>
    <message>
        <source>Choose a cell to write what a case says on a theme.</source>
        <translation>Kies een cel om op te schrijven wat er over een thema staat.</translation>
    </message>
    <message>
        <source>No document of the corpus belongs to a case. Say so under Corpus.</source>
        <translation>Geen document van het corpus hoort bij een casus. Geef dat aan onder Corpus.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents belong to no case and have no row here.</source>
        <translation>
            <numerusform>%n document hoort bij geen casus en heeft hier geen rij.</numerusform>
            <numerusform>%n documenten horen bij geen casus en hebben hier geen rij.</numerusform>
        </translation>
    </message>
    <message>
        <source>{code} in {document}</source>
        <translation>{code} in {document}</translation>
    </message>
</context>
<context>
    <name>GroupsPanel</name>
    <message>
        <source>Groups and attributes</source>
        <translation>Groepen en kenmerken</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Group in this system…</source>
        <translation>Groep in deze indeling…</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Golven</translation>
    </message>
    <message>
        <source>Attributes of cases</source>
        <translation>Kenmerken van casussen</translation>
    </message>
    <message>
        <source>Attributes of documents</source>
        <translation>Kenmerken van documenten</translation>
    </message>
    <message>
        <source>System of groups…</source>
        <translation>Indeling in groepen…</translation>
    </message>
    <message>
        <source>Wave…</source>
        <translation>Golf…</translation>
    </message>
    <message>
        <source>Attribute…</source>
        <translation>Kenmerk…</translation>
    </message>
    <message>
        <source>Waves, groups and attributes</source>
        <translation>Golven, groepen en kenmerken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Waves, groups and attributes to compare documents by will be here. “Add” makes one.</source>
        <translation>Hier komen golven, groepen en kenmerken om documenten op te vergelijken. ‘Toevoegen’ maakt er een.</translation>
    </message>
    <message>
        <source>Double-click to rename. A wave may carry its days: 2022 (2022-03-16–2026-03-15).</source>
        <translation>Dubbelklik voor een andere naam. Een golf kan dagen krijgen: 2022 (2022-03-16–2026-03-15).</translation>
    </message>
</context>
<context>
    <name>HandStrip</name>
    <message>
        <source>Find a code</source>
        <translation>Code zoeken</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Nogmaals</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Number, instrument, new or continued</source>
        <translation>Getal, instrument, nieuw of voortgezet</translation>
    </message>
    <message>
        <source>Select text, then press {code_found} or {code_again} for {key} again.</source>
        <translation>Selecteer tekst en druk op {code_found}, of op {code_again} voor nog eens {key}.</translation>
    </message>
    <message>
        <source>Select text, then press {code_found} or double-click a code.</source>
        <translation>Selecteer tekst en druk op {code_found} of dubbelklik op een code.</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selectie</translation>
    </message>
    <message>
        <source>Again: {key}</source>
        <translation>Nogmaals: {key}</translation>
    </message>
</context>
<context>
    <name>HandoutDesk</name>
    <message>
        <source>handed out</source>
        <translation>uitgegeven</translation>
    </message>
    <message numerus="yes">
        <source>%n files written for the coders</source>
        <translation>
            <numerusform>%n bestand voor de codeurs geschreven</numerusform>
            <numerusform>%n bestanden voor de codeurs geschreven</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing files for the coders</source>
        <translation>Bestanden voor de codeurs schrijven</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} geschreven</translation>
    </message>
    <message>
        <source>Writing a copy</source>
        <translation>Kopie schrijven</translation>
    </message>
    <message>
        <source>back</source>
        <translation>terug</translation>
    </message>
    <message>
        <source>{name} written, {size} MB: mail it to the lead</source>
        <translation>{name} geschreven, {size} MB: mail het naar de projectleider</translation>
    </message>
    <message>
        <source>Writing the file for the lead</source>
        <translation>Bestand voor de projectleider schrijven</translation>
    </message>
    <message>
        <source>QualCode projects (*.qualcode)</source>
        <translation>QualCode-projecten (*.qualcode)</translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message>
        <source>Hand out</source>
        <translation>Uitdelen</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Bestanden schrijven</translation>
    </message>
    <message>
        <source>The same number gives the same plan.</source>
        <translation>Hetzelfde getal geeft hetzelfde plan.</translation>
    </message>
    <message>
        <source>Nobody has a document yet. Tick some in the grid.</source>
        <translation>Nog niemand heeft een document. Vink er aan in het raster.</translation>
    </message>
    <message>
        <source>Nobody coded one of these documents before. Tick others.</source>
        <translation>Niemand heeft een van deze documenten al gecodeerd. Vink andere aan.</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Coderen</translation>
    </message>
    <message>
        <source>Training, with model answers</source>
        <translation>Training, met voorbeeldantwoorden</translation>
    </message>
    <message>
        <source>Coding a sample again</source>
        <translation>Een steekproef opnieuw coderen</translation>
    </message>
    <message>
        <source>Documents in a random order</source>
        <translation>Documenten in willekeurige volgorde</translation>
    </message>
    <message>
        <source>Blind: nobody sees the work of another</source>
        <translation>Blind: niemand ziet het werk van een ander</translation>
    </message>
    <message>
        <source>Back before</source>
        <translation>Terug vóór</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Model answers of</source>
        <translation>Voorbeeldantwoorden van</translation>
    </message>
    <message>
        <source>Seed of the plan</source>
        <translation>Begingetal van het plan</translation>
    </message>
    <message>
        <source>No codes yet. Import a codebook first.</source>
        <translation>Nog geen codes. Lees eerst een codeboek in.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Map voor de bestanden</translation>
    </message>
    <message>
        <source>Coders per document</source>
        <translation>Codeurs per document</translation>
    </message>
    <message>
        <source>Share that everybody codes</source>
        <translation>Deel dat iedereen codeert</translation>
    </message>
    <message>
        <source>Share that is coded again</source>
        <translation>Deel dat opnieuw wordt gecodeerd</translation>
    </message>
    <message>
        <source>Themes in the task</source>
        <translation>Thema&apos;s in de taak</translation>
    </message>
    <message>
        <source>Message to the coders</source>
        <translation>Bericht aan de codeurs</translation>
    </message>
</context>
<context>
    <name>HeatKey</name>
    <message>
        <source>What the signs mean</source>
        <translation>Wat de tekens betekenen</translation>
    </message>
    <message>
        <source>not read, not in N</source>
        <translation>niet gelezen: telt niet mee in N</translation>
    </message>
    <message>
        <source>0  read, not there</source>
        <translation>0  gelezen, komt niet voor</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Zoeken in de handleiding</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>No page says that. Try another word.</source>
        <translation>Geen bladzijde zegt dat. Probeer een ander woord.</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Bladzijde van de handleiding</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n bladzijde</numerusform>
            <numerusform>%n bladzijden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle documenten</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Alle codes</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>Alle codeurs</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Came with</source>
        <translation>Kwam met</translation>
    </message>
</context>
<context>
    <name>InVivoDialog</name>
    <message>
        <source>Make a code of the words</source>
        <translation>Code maken van de woorden</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>Code maken</translation>
    </message>
    <message>
        <source>Name of the code</source>
        <translation>Naam van de code</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>The code is a draft: describe it in the codebook later.</source>
        <translation>De code is een concept: beschrijf hem later in het codeboek.</translation>
    </message>
    <message>
        <source>A code needs a name. Type one.</source>
        <translation>Een code heeft een naam nodig. Typ er een.</translation>
    </message>
</context>
<context>
    <name>IntakeReport</name>
    <message>
        <source>Added documents</source>
        <translation>Toegevoegde documenten</translation>
    </message>
    <message>
        <source>Files that need attention</source>
        <translation>Bestanden die aandacht vragen</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join two coders</source>
        <translation>Twee codeurs samennemen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Samennemen</translation>
    </message>
    <message>
        <source>{first} and {other} said different things here. Tick what stays.</source>
        <translation>{first} en {other} zeiden hier verschillende dingen. Vink aan wat blijft.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>All of {name}</source>
        <translation>Alles van {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n still to be chosen</source>
        <translation>
            <numerusform>Nog %n te kiezen</numerusform>
            <numerusform>Nog %n te kiezen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptSearches</name>
    <message>
        <source>“{words}”: {hits} in {documents}, {coder}, {date}</source>
        <translation>“{words}”: {hits} in {documents}, {coder}, {date}</translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n treffer</numerusform>
            <numerusform>%n treffers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept results {n}</source>
        <translation>Bewaarde resultaten {n}</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Command</source>
        <translation>Opdracht</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Toets</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>Gebruikelijke toets</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Gebruikelijk</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nieuwe toets</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Geen toets</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>Alle gebruikelijke toetsen</translation>
    </message>
    <message>
        <source>Click the field and press the new key.</source>
        <translation>Klik in het veld en druk op de nieuwe toets.</translation>
    </message>
    <message>
        <source>{key} writes in text fields, and this command counts everywhere. Add Ctrl or Alt, or take a function key.</source>
        <translation>{key} schrijft in tekstvelden en deze opdracht geldt overal. Voeg Ctrl of Alt toe, of neem een functietoets.</translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”. Take it over, or press another.</source>
        <translation>{key} is de toets van “{other}”. Neem hem over, of druk op een andere.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>The usual key is that of “{other}” now. Give that another first.</source>
        <translation>De gebruikelijke toets is nu die van “{other}”. Geef die eerst een andere.</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>What is left out</source>
        <translation>Wat niet meetelt</translation>
    </message>
    <message>
        <source>A code counts for a coder and a document when its theme is marked as read there. Elsewhere it is missing: no coding is then no disagreement.</source>
        <translation>Een code telt voor een codeur en een document als het thema daar als gelezen is gemarkeerd. Elders ontbreekt die: geen codering is dan geen verschil.</translation>
    </message>
    <message>
        <source>Nothing: every document counts as read by everybody.</source>
        <translation>Niets: elk document telt als door iedereen gelezen.</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Telt niet mee</translation>
    </message>
    <message>
        <source>coded on another version of the text</source>
        <translation>gecodeerd op een andere versie van de tekst</translation>
    </message>
    <message>
        <source>nothing is marked as read</source>
        <translation>niets is als gelezen gemarkeerd</translation>
    </message>
    <message>
        <source>{n} codes of unread themes</source>
        <translation>{n} codes van ongelezen thema&apos;s</translation>
    </message>
</context>
<context>
    <name>LiveDesk</name>
    <message>
        <source>Computing agreement</source>
        <translation>Overeenstemming berekenen</translation>
    </message>
    <message>
        <source>Training: alpha {alpha}</source>
        <translation>Oefenen: alfa {alpha}</translation>
    </message>
</context>
<context>
    <name>LostReport</name>
    <message>
        <source>What other programs will not see</source>
        <translation>Wat andere programma’s niet zien</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Verslag bewaren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>{name} is written. Everything below comes back when QualCode reads the file, unless it says that it stays behind.</source>
        <translation>{name} is geschreven. Alles hieronder komt terug als QualCode het bestand leest, tenzij er staat dat het achterblijft.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Corpus</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Coderen</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>Beslissen</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Er loopt niets.</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Alles bewaard</translation>
    </message>
    <message numerus="yes">
        <source>%n documents added</source>
        <translation>
            <numerusform>%n document toegevoegd</numerusform>
            <numerusform>%n documenten toegevoegd</numerusform>
        </translation>
    </message>
    <message>
        <source>New coder</source>
        <translation>Nieuwe codeur</translation>
    </message>
    <message>
        <source>Name of the coder</source>
        <translation>Naam van de codeur</translation>
    </message>
</context>
<context>
    <name>MarksBar</name>
    <message>
        <source>Example</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Uitzondering</translation>
    </message>
    <message>
        <source>Pick as</source>
        <translation>Kiezen als</translation>
    </message>
    <message>
        <source>{role} of the finding ({key})</source>
        <translation>{role} bij de bevinding ({key})</translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Golf</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Codes shown</source>
        <translation>Getoonde codes</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>Code zoeken</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Afbeelding…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Order of the codebook</source>
        <translation>Volgorde van het codeboek</translation>
    </message>
    <message>
        <source>Codes by documents</source>
        <translation>Codes per document</translation>
    </message>
    <message>
        <source>No code fits. Clear the search, or show all codes.</source>
        <translation>Geen code past hierbij. Wis het zoekveld of toon alle codes.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Documents by {system}</source>
        <translation>Documenten per {system}</translation>
    </message>
    <message>
        <source>Groups of {system}</source>
        <translation>Groepen van {system}</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Tellen</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Alle codes</translation>
    </message>
    <message>
        <source>Found somewhere</source>
        <translation>Ergens gevonden</translation>
    </message>
    <message>
        <source>Found nowhere</source>
        <translation>Nergens gevonden</translation>
    </message>
    <message>
        <source>No documents to count in. Add documents under Coding.</source>
        <translation>Geen documenten om in te tellen. Voeg documenten toe onder Coderen.</translation>
    </message>
    <message>
        <source>No codes to count. Import a codebook, or make codes under Coding.</source>
        <translation>Geen codes om te tellen. Lees een codeboek in, of maak codes onder Coderen.</translation>
    </message>
    <message>
        <source>{code} in {document}</source>
        <translation>{code} in {document}</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Documents with the code, of those that were read for it</source>
        <translation>Documenten met de code, van de documenten die ervoor gelezen zijn</translation>
    </message>
</context>
<context>
    <name>MemoDialog</name>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Tekst</translation>
    </message>
</context>
<context>
    <name>MemosPanel</name>
    <message>
        <source>Memos</source>
        <translation>Memo&apos;s</translation>
    </message>
    <message>
        <source>Search the memos</source>
        <translation>Memo&apos;s doorzoeken</translation>
    </message>
    <message>
        <source>Only this document</source>
        <translation>Alleen dit document</translation>
    </message>
    <message>
        <source>New memo</source>
        <translation>Nieuwe memo</translation>
    </message>
    <message>
        <source>No memos here. {memo_here} writes one about what is marked.</source>
        <translation>Hier zijn geen memo&apos;s. {memo_here} schrijft er een over wat gemarkeerd is.</translation>
    </message>
    <message>
        <source>No memo fits. Clear the search and the choices beside it to see all.</source>
        <translation>Geen memo past hierbij. Wis het zoekveld en de keuzes ernaast om alle te zien.</translation>
    </message>
    <message>
        <source>Kind of memo</source>
        <translation>Soort memo</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle soorten</translation>
    </message>
    <message numerus="yes">
        <source>%n memos</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memo&apos;s</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} van {total}</translation>
    </message>
</context>
<context>
    <name>MergeCodes</name>
    <message>
        <source>Merge {key} into another code</source>
        <translation>{key} samenvoegen met een andere code</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>{key} is retired. Its codings get the other code and are listed to review.</source>
        <translation>{key} gaat buiten gebruik. De coderingen krijgen de andere code en komen op de lijst om na te lopen.</translation>
    </message>
    <message>
        <source>Code that stays</source>
        <translation>Code die blijft</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>No code is called so. Choose one of the list.</source>
        <translation>Geen code heet zo. Kies er een uit de lijst.</translation>
    </message>
</context>
<context>
    <name>MergeDesk</name>
    <message>
        <source>Comparing files</source>
        <translation>Bestanden vergelijken</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>Rijen lezen</translation>
    </message>
    <message>
        <source>Merging files</source>
        <translation>Bestanden samenvoegen</translation>
    </message>
    <message>
        <source>p. {page}  “{quote}”</source>
        <translation>p. {page}  “{quote}”</translation>
    </message>
    <message>
        <source>p. {page}  “{before}” → “{now}”</source>
        <translation>p. {page}  “{before}” → “{now}”</translation>
    </message>
    <message>
        <source>Files merged</source>
        <translation>Bestanden samengevoegd</translation>
    </message>
</context>
<context>
    <name>MergePanel</name>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Bestand toevoegen…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Here you see what the files of the coders bring, before anything changes.</source>
        <translation>Hier ziet u wat de bestanden van de codeurs brengen, voordat er iets verandert.</translation>
    </message>
</context>
<context>
    <name>MergeSide</name>
    <message>
        <source>Clashes</source>
        <translation>Botsingen</translation>
    </message>
    <message>
        <source>Do not merge</source>
        <translation>Niet samenvoegen</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Opnieuw vergelijken</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message numerus="yes">
        <source>%n names left to decide: one or two?</source>
        <translation>
            <numerusform>Nog %n naam te beslissen: één of twee?</numerusform>
            <numerusform>Nog %n namen te beslissen: één of twee?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clashes left to decide</source>
        <translation>
            <numerusform>Nog %n botsing te beslissen</numerusform>
            <numerusform>Nog %n botsingen te beslissen</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>Alles is beslist.</translation>
    </message>
    <message>
        <source>A backup is made first. The merge can be withdrawn as a whole later.</source>
        <translation>Reservekopie vooraf. Intrekken kan later, als geheel.</translation>
    </message>
    <message>
        <source>Common base: handed out on {date}.</source>
        <translation>Gemeenschappelijke basis: uitdeling van {date}.</translation>
    </message>
</context>
<context>
    <name>MergeSpace</name>
    <message numerus="yes">
        <source>Merge %n files</source>
        <translation>
            <numerusform>%n bestand samenvoegen</numerusform>
            <numerusform>%n bestanden samenvoegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has changed yet. This is what merging will do.</source>
        <translation>Er is nog niets veranderd. Dit gebeurt er als u samenvoegt.</translation>
    </message>
    <message>
        <source>{name} was merged on {day} and withdrawn on {later}; it comes in anew.</source>
        <translation>{name} is samengevoegd op {day} en ingetrokken op {later}; het komt opnieuw binnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n files merged</source>
        <translation>
            <numerusform>%n bestand samengevoegd</numerusform>
            <numerusform>%n bestanden samengevoegd</numerusform>
        </translation>
    </message>
    <message>
        <source>This has changed.</source>
        <translation>Dit is er veranderd.</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close the message</source>
        <translation>Melding sluiten</translation>
    </message>
</context>
<context>
    <name>MovingDesk</name>
    <message>
        <source>{name} holds several projects. Import which one?</source>
        <translation>{name} bevat meer projecten. Welk project importeren?</translation>
    </message>
    <message>
        <source>Import a project of another program</source>
        <translation>Een project van een ander programma importeren</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} schrijven</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} lezen</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} importeren</translation>
    </message>
    <message>
        <source>{name} is in the project. Undo takes it out again.</source>
        <translation>{name} staat in het project. Ongedaan maken haalt het er weer uit.</translation>
    </message>
    <message>
        <source>{name}, what stays unseen.txt</source>
        <translation>{name}, wat ongezien blijft.txt</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Tekst (*.txt)</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}). Choose another folder.</source>
        <translation>{name} kan niet worden geschreven ({reason}). Kies een andere map.</translation>
    </message>
</context>
<context>
    <name>NewAttributeDialog</name>
    <message>
        <source>A new attribute</source>
        <translation>Een nieuw kenmerk</translation>
    </message>
    <message>
        <source>Add the attribute</source>
        <translation>Kenmerk toevoegen</translation>
    </message>
    <message>
        <source>Cases: the same in every wave</source>
        <translation>Casussen: in elke golf gelijk</translation>
    </message>
    <message>
        <source>Documents: one value per wave</source>
        <translation>Documenten: een waarde per golf</translation>
    </message>
    <message>
        <source>Several values at once, such as parties</source>
        <translation>Meer waarden tegelijk, zoals partijen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Such as inhabitants; may stay empty.</source>
        <translation>Zoals inwoners; mag leeg blijven.</translation>
    </message>
    <message>
        <source>An attribute needs a name. Type one.</source>
        <translation>Een kenmerk heeft een naam nodig. Typ er een.</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Nieuw project</translation>
    </message>
    <message>
        <source>Choose where it goes…</source>
        <translation>Kies waar het komt…</translation>
    </message>
    <message>
        <source>Coalition agreements 2026</source>
        <translation>Coalitieakkoorden 2026</translation>
    </message>
    <message>
        <source>No codebook</source>
        <translation>Geen codeboek</translation>
    </message>
    <message>
        <source>Take off again</source>
        <translation>Weer weghalen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Uw naam</translation>
    </message>
    <message>
        <source>Stands on every coding you make, also after files are merged.</source>
        <translation>Staat bij elke codering die u maakt, ook na het samenvoegen van bestanden.</translation>
    </message>
    <message>
        <source>Language of the documents</source>
        <translation>Taal van de documenten</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Wat erin staat</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>Begin with no codes: make them while reading, or import them later.</source>
        <translation>Begin zonder codes: maak ze tijdens het lezen, of lees ze later in.</translation>
    </message>
    <message>
        <source>{n} codes under {families} headings:</source>
        <translation>{n} codes onder {families} koppen:</translation>
    </message>
    <message>
        <source>Drag PDFs or a folder here, now or later</source>
        <translation>Sleep pdf&apos;s of een map hierheen, nu of later</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>en nog {n}</translation>
    </message>
    <message>
        <source>A project needs a title. Type one.</source>
        <translation>Een project heeft een titel nodig. Typ er een.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>Choose documents</source>
        <translation>Documenten kiezen</translation>
    </message>
    <message>
        <source>A coder needs a name. Type yours.</source>
        <translation>Een codeur heeft een naam nodig. Typ uw naam.</translation>
    </message>
</context>
<context>
    <name>NotMentionedDialog</name>
    <message>
        <source>Not mentioned</source>
        <translation>Niet genoemd</translation>
    </message>
    <message>
        <source>Judgements that a code is not mentioned</source>
        <translation>Oordelen dat een code niet genoemd is</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation>Beoordeeld op</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoekopdracht</translation>
    </message>
    <message>
        <source>Take the judgement back</source>
        <translation>Oordeel terugnemen</translation>
    </message>
    <message>
        <source>Rests on a search…</source>
        <translation>Steunt op een zoekopdracht…</translation>
    </message>
    <message>
        <source>No code was judged as not mentioned. Mark a code, then press {not_mentioned}.</source>
        <translation>Nog geen code is beoordeeld als niet genoemd. Markeer een code en druk op {not_mentioned}.</translation>
    </message>
    <message>
        <source>Open again: the code is coded in this document</source>
        <translation>Weer open: de code is in dit document gecodeerd</translation>
    </message>
    <message>
        <source>Open again: the theme is not read any more</source>
        <translation>Weer open: het thema staat niet meer op gelezen</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Geldt</translation>
    </message>
    <message>
        <source>No kept search went through this document. Search, then keep it.</source>
        <translation>Geen bewaarde zoekopdracht ging door dit document. Zoek eerst en bewaar het resultaat.</translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n treffer</numerusform>
            <numerusform>%n treffers</numerusform>
        </translation>
    </message>
    <message>
        <source>“{words}”: {hits}, {date}</source>
        <translation>“{words}”: {hits}, {date}</translation>
    </message>
    <message>
        <source>On no search</source>
        <translation>Op geen zoekopdracht</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Waarvan</translation>
    </message>
    <message>
        <source>Per what</source>
        <translation>Per wat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Kind: –</source>
        <translation>Soort: –</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Overnemen</translation>
    </message>
</context>
<context>
    <name>OriginField</name>
    <message>
        <source>Whatever file it came with</source>
        <translation>Met welk bestand ook binnengekomen</translation>
    </message>
    <message>
        <source>From the first day</source>
        <translation>Vanaf de eerste dag</translation>
    </message>
    <message>
        <source>Until today</source>
        <translation>Tot en met vandaag</translation>
    </message>
</context>
<context>
    <name>OutcomeEditor</name>
    <message>
        <source>Codings of the outcome</source>
        <translation>Coderingen van de uitkomst</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Add a coding</source>
        <translation>Codering toevoegen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Ticked codings are the outcome</source>
        <translation>Aangevinkte coderingen zijn de uitkomst</translation>
    </message>
    <message>
        <source>Select other words on the page to change them.</source>
        <translation>Selecteer andere woorden op de bladzijde om ze te wijzigen.</translation>
    </message>
</context>
<context>
    <name>OwnFacetDialog</name>
    <message>
        <source>A facet of your own</source>
        <translation>Een eigen facet</translation>
    </message>
    <message>
        <source>Add the facet</source>
        <translation>Facet toevoegen</translation>
    </message>
    <message>
        <source>A choice of options</source>
        <translation>Een keuze uit opties</translation>
    </message>
    <message>
        <source>Steps of a scale, from low to high</source>
        <translation>Stappen van een schaal, van laag naar hoog</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Een getal</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>Een tekst</translation>
    </message>
    <message>
        <source>Several options at once</source>
        <translation>Meer opties tegelijk</translation>
    </message>
    <message>
        <source>An answer is wanted on every coding</source>
        <translation>Bij elke codering is een antwoord nodig</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codeboek</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opties</translation>
    </message>
    <message>
        <source>One a line, in their order.</source>
        <translation>Eén per regel, in hun volgorde.</translation>
    </message>
    <message>
        <source>A facet needs a name. Type one.</source>
        <translation>Een facet heeft een naam nodig. Typ er een.</translation>
    </message>
    <message>
        <source>A choice needs two different options. Type at least two, one a line.</source>
        <translation>Een keuze vraagt twee verschillende waarden. Typ er ten minste twee, één per regel.</translation>
    </message>
</context>
<context>
    <name>OwnScaleDialog</name>
    <message>
        <source>Words for how many</source>
        <translation>Woorden voor hoeveel</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>Gebruik deze woorden</translation>
    </message>
    <message>
        <source>Up to a percentage: words in Dutch / in English</source>
        <translation>Tot en met een percentage: Nederlands / Engels</translation>
    </message>
    <message>
        <source>The first word is used, the others mean the same. A sentence always says n of N as well. Empty the field to leave words out of sentences.</source>
        <translation>Het eerste woord wordt gebruikt, de andere betekenen hetzelfde. Een zin noemt altijd ook n van N. Maak het veld leeg om woorden uit zinnen weg te laten.</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>The PDF is not in this project: you see its text, not its look.</source>
        <translation>De pdf zit niet in dit project: u ziet de tekst, niet de opmaak.</translation>
    </message>
    <message numerus="yes">
        <source>Filter: %n hidden</source>
        <translation>
            <numerusform>Filter: %n verborgen</numerusform>
            <numerusform>Filter: %n verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stripes are coloured by code.</source>
        <translation>Strepen zijn gekleurd per code.</translation>
    </message>
    <message>
        <source>Stripes are coloured by coder.</source>
        <translation>Strepen zijn gekleurd per codeur.</translation>
    </message>
    <message>
        <source>Stripes are coloured by family.</source>
        <translation>Strepen zijn gekleurd per familie.</translation>
    </message>
    <message>
        <source>Select the words first that are to be copied, or click a coding.</source>
        <translation>Selecteer eerst de woorden die gekopieerd worden, of klik op een codering.</translation>
    </message>
    <message>
        <source>No document is open.</source>
        <translation>Er is geen document open.</translation>
    </message>
    <message>
        <source>Choose one at the left, or drag documents onto the window.</source>
        <translation>Kies er links een, of sleep documenten op het venster.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Bladzijde</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige bladzijde</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Volgende bladzijde</translation>
    </message>
    <message>
        <source>All coders</source>
        <translation>Alle codeurs</translation>
    </message>
    <message>
        <source>Show the codings of all coders, not only your own</source>
        <translation>Toon de coderingen van alle codeurs, niet alleen die van u</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>van {total}</translation>
    </message>
    <message>
        <source>of {total} (sheet {sheet})</source>
        <translation>van {total} (vel {sheet})</translation>
    </message>
    <message>
        <source>There is no page {typed} in this document.</source>
        <translation>Dit document heeft geen bladzijde {typed}.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>The filter hides this coding. {clear_filter} shows all codings again.</source>
        <translation>Het filter verbergt deze codering. Met {clear_filter} zijn alle coderingen er weer.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>{key} ×{n}</source>
        <translation>{key} ×{n}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Bladzijden</translation>
    </message>
    <message>
        <source>{title}, page {label}</source>
        <translation>{title}, bladzijde {label}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command</source>
        <translation>Opdracht zoeken</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>Typ een paar letters van een opdracht</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Opdrachten</translation>
    </message>
    <message numerus="yes">
        <source>%n commands</source>
        <translation>
            <numerusform>%n opdracht</numerusform>
            <numerusform>%n opdrachten</numerusform>
        </translation>
    </message>
    <message>
        <source>No command is called “{typed}”.</source>
        <translation>Geen opdracht heet “{typed}”.</translation>
    </message>
</context>
<context>
    <name>PassageHand</name>
    <message>
        <source>An area is marked. Choose its code, or press Esc to give it up.</source>
        <translation>Een gebied is gemarkeerd. Kies de code, of druk op Esc om het los te laten.</translation>
    </message>
    <message>
        <source>Put the caret inside the coding first: click in it, or press {set_caret}.</source>
        <translation>Zet de cursor eerst in de codering: klik erin, of druk op {set_caret}.</translation>
    </message>
    <message>
        <source>The facets of the active coding were kept. Undo brings both back.</source>
        <translation>De facetten van de actieve codering zijn gehouden. Ongedaan maken brengt beide terug.</translation>
    </message>
    <message>
        <source>{key} is the primary coding at this place.</source>
        <translation>{key} is hier de primaire codering.</translation>
    </message>
    <message>
        <source>{key} is not the primary coding any more.</source>
        <translation>{key} is niet meer de primaire codering.</translation>
    </message>
    <message>
        <source>Arrows move the area, with Shift its size, Enter keeps it, Esc does not.</source>
        <translation>Pijlen verplaatsen het gebied, met Shift de grootte, Enter bewaart het, Esc niet.</translation>
    </message>
    <message>
        <source>Arrows move the end, E changes to the start, Enter keeps it, Esc does not.</source>
        <translation>Pijlen verplaatsen het einde, E gaat naar het begin, Enter houdt het, Esc niet.</translation>
    </message>
    <message>
        <source>Click a coding first: this is done to the active coding.</source>
        <translation>Klik eerst op een codering: dit gebeurt met de actieve codering.</translation>
    </message>
    <message>
        <source>Select the words first that are to become a code.</source>
        <translation>Selecteer eerst de woorden die een code worden.</translation>
    </message>
    <message>
        <source>This project has no codebook, so there is no family to put it in.</source>
        <translation>Dit project heeft geen codeboek, dus er is geen familie om de code in te zetten.</translation>
    </message>
</context>
<context>
    <name>PassagesPanel</name>
    <message>
        <source>Passages</source>
        <translation>Fragmenten</translation>
    </message>
    <message>
        <source>To the page</source>
        <translation>Naar de pagina</translation>
    </message>
    <message>
        <source>Write boundary rule</source>
        <translation>Grensregel schrijven</translation>
    </message>
    <message>
        <source>Choose a figure to see the passages behind it.</source>
        <translation>Kies een getal om de fragmenten erachter te zien.</translation>
    </message>
    <message>
        <source>The coders do not differ here.</source>
        <translation>De codeurs verschillen hier niet.</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the whole project</source>
        <translation>Van het hele project</translation>
    </message>
    <message>
        <source>Facets on codings</source>
        <translation>Facetten op coderingen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lezen…</translation>
    </message>
</context>
<context>
    <name>PortraitPanel</name>
    <message>
        <source>Portrait</source>
        <translation>Portret</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Afbeelding…</translation>
    </message>
    <message>
        <source>Codings by theme, in reading order</source>
        <translation>Coderingen per thema, in leesvolgorde</translation>
    </message>
    <message>
        <source>Reading codings</source>
        <translation>Coderingen lezen</translation>
    </message>
    <message>
        <source>No document to portray. Add documents under Coding.</source>
        <translation>Geen document voor een portret. Voeg documenten toe onder Coderen.</translation>
    </message>
    <message>
        <source>No themes to portray. Import a codebook, or make codes under Coding.</source>
        <translation>Geen thema&apos;s voor een portret. Lees een codeboek in, of maak codes onder Coderen.</translation>
    </message>
    <message>
        <source>{code} in {document}</source>
        <translation>{code} in {document}</translation>
    </message>
</context>
<context>
    <name>PreferenceRow</name>
    <message>
        <source>Back to usual</source>
        <translation>Terug naar gebruikelijk</translation>
    </message>
    <message>
        <source>{title}: back to usual</source>
        <translation>{title}: terug naar gebruikelijk</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Aan</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Map kiezen…</translation>
    </message>
    <message>
        <source>Usual: {value}</source>
        <translation>Gebruikelijk: {value}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>aan</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>beside each project</source>
        <translation>naast elk project</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
</context>
<context>
    <name>ProjectArrival</name>
    <message>
        <source>Import a project of another program</source>
        <translation>Project van een ander programma importeren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Point to the file…</source>
        <translation>Bestand aanwijzen…</translation>
    </message>
    <message>
        <source>What the file brings</source>
        <translation>Wat het bestand meebrengt</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Wat gebeurt</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>Zonder plaats</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Some quotes</source>
        <translation>Enkele citaten</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Mended or lost</source>
        <translation>Hersteld of verloren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>How the program counts in texts</source>
        <translation>Hoe het programma in teksten telt</translation>
    </message>
    <message>
        <source>As the file tells</source>
        <translation>Zoals uit het bestand blijkt</translation>
    </message>
    <message>
        <source>“{title}”, written by {origin}:</source>
        <translation>“{title}”, geschreven door {origin}:</translation>
    </message>
    <message>
        <source>an unknown program</source>
        <translation>een onbekend programma</translation>
    </message>
    <message>
        <source>everything of it is in the project already.</source>
        <translation>alles ervan staat al in het project.</translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coders</source>
        <translation>
            <numerusform>%n codeur</numerusform>
            <numerusform>%n codeurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codes</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codings</source>
        <translation>
            <numerusform>%n codering</numerusform>
            <numerusform>%n coderingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memos</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memo’s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases</source>
        <translation>
            <numerusform>%n casus</numerusform>
            <numerusform>%n casussen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n groep</numerusform>
            <numerusform>%n groepen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts</source>
        <translation>
            <numerusform>%n oordeel</numerusform>
            <numerusform>%n oordelen</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} come in.</source>
        <translation>{what} komen erbij.</translation>
    </message>
    <message>
        <source>small things</source>
        <translation>kleinigheden</translation>
    </message>
    <message>
        <source>This very file came in before.</source>
        <translation>Dit bestand is al eerder ingelezen.</translation>
    </message>
    <message>
        <source>Places count {counting}: so most begin and end at words.</source>
        <translation>Plaatsen tellen {counting}: zo beginnen en eindigen de meeste bij woorden.</translation>
    </message>
    <message>
        <source>Places count {counting}.</source>
        <translation>Plaatsen tellen {counting}.</translation>
    </message>
    <message>
        <source>{n} codings are here already.</source>
        <translation>{n} coderingen zijn er al.</translation>
    </message>
    <message>
        <source>{n} stand twice and count once.</source>
        <translation>{n} staan er dubbel en tellen één keer.</translation>
    </message>
    <message>
        <source>{n} were found without line ends and hyphens.</source>
        <translation>{n} zijn gevonden zonder regeleinden en streepjes.</translation>
    </message>
    <message>
        <source>{n} stand at several places; the nearest was taken.</source>
        <translation>{n} staan op meer plaatsen; de dichtstbijzijnde is genomen.</translation>
    </message>
    <message>
        <source>comes in</source>
        <translation>komt erbij</translation>
    </message>
    <message>
        <source>is here</source>
        <translation>is er al</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>stays out</source>
        <translation>blijft weg</translation>
    </message>
</context>
<context>
    <name>ProjectDesk</name>
    <message>
        <source>{name} was not opened and stays as it was.</source>
        <translation>{name} is niet geopend en blijft zoals het was.</translation>
    </message>
    <message>
        <source>Looking whether {name} is whole</source>
        <translation>Nagaan of {name} heel is</translation>
    </message>
    <message>
        <source>QualCode sample</source>
        <translation>QualCode-voorbeeld</translation>
    </message>
    <message>
        <source>Reading the sample agreements</source>
        <translation>Voorbeeldakkoorden lezen</translation>
    </message>
    <message>
        <source>Adding documents</source>
        <translation>Documenten toevoegen</translation>
    </message>
</context>
<context>
    <name>ProjectView</name>
    <message>
        <source>This project is open for reading only: nothing can be changed.</source>
        <translation>Dit project is alleen geopend om te lezen: er kan niets veranderen.</translation>
    </message>
    <message>
        <source>The marks of all coders. Press Esc to go back to agreement.</source>
        <translation>De coderingen van alle codeurs. Druk op Esc om terug te gaan naar overeenstemming.</translation>
    </message>
    <message>
        <source>Back to agreement</source>
        <translation>Terug naar overeenstemming</translation>
    </message>
    <message>
        <source>The marks of all coders. Press Esc to go back to analysis.</source>
        <translation>De markeringen van alle codeurs. Druk op Esc om terug te gaan naar de analyse.</translation>
    </message>
    <message>
        <source>Back to analysis</source>
        <translation>Terug naar analyse</translation>
    </message>
    <message numerus="yes">
        <source>%n codings</source>
        <translation>
            <numerusform>%n codering</numerusform>
            <numerusform>%n coderingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Blind: you see only your own work</source>
        <translation>Blind: u ziet alleen uw eigen werk</translation>
    </message>
    <message>
        <source>Read with OCR</source>
        <translation>Lees met OCR</translation>
    </message>
    <message>
        <source>Text quality</source>
        <translation>Tekstkwaliteit</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Toon %n melding</numerusform>
            <numerusform>Toon alle %n meldingen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the words first that get the new code.</source>
        <translation>Selecteer eerst de woorden die de nieuwe code krijgen.</translation>
    </message>
</context>
<context>
    <name>ProvenanceDesk</name>
    <message>
        <source>Looking what was changed since</source>
        <translation>Nagaan wat sindsdien is gewijzigd</translation>
    </message>
    <message>
        <source>Withdrawing</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>{label} withdrawn</source>
        <translation>{label} ingetrokken</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were worked on since, or are needed, and stay:</source>
        <translation>
            <numerusform>%n rij is sindsdien bewerkt of nodig, en blijft staan:</numerusform>
            <numerusform>%n rijen zijn sindsdien bewerkt of nodig, en blijven staan:</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdraw {label}</source>
        <translation>{label} intrekken</translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the other %n rows</source>
        <translation>
            <numerusform>De andere %n rij intrekken</numerusform>
            <numerusform>De andere %n rijen intrekken</numerusform>
        </translation>
    </message>
    <message>
        <source>history</source>
        <translation>geschiedenis</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Kommagescheiden waarden (*.csv)</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} geschreven</translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>Project controleren</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>hersteld</translation>
    </message>
    <message>
        <source>QualCode projects (*.qualcode)</source>
        <translation>QualCode-projecten (*.qualcode)</translation>
    </message>
    <message>
        <source>Writing a repaired copy</source>
        <translation>Herstelde kopie schrijven</translation>
    </message>
    <message numerus="yes">
        <source>%n findings left</source>
        <translation>
            <numerusform>nog %n bevinding</numerusform>
            <numerusform>nog %n bevindingen</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} written: {moved} codings moved to their words, {left}</source>
        <translation>{name} geschreven: {moved} coderingen naar hun woorden verplaatst, {left}</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Words to find, then Enter</source>
        <translation>Te zoeken woorden, dan Enter</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Te zoeken woorden</translation>
    </message>
    <message>
        <source>Only in headings</source>
        <translation>Alleen in koppen</translation>
    </message>
    <message>
        <source>Within a group</source>
        <translation>Binnen een groep</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Golf</translation>
    </message>
    <message>
        <source>Later wave</source>
        <translation>Latere golf</translation>
    </message>
    <message>
        <source>With an attribute</source>
        <translation>Met een kenmerk</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>Facet</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Indeling</translation>
    </message>
    <message>
        <source>How near</source>
        <translation>Hoe dichtbij</translation>
    </message>
    <message>
        <source>Words between</source>
        <translation>Woorden ertussen</translation>
    </message>
    <message>
        <source>In at most so many documents</source>
        <translation>In hoogstens zoveel documenten</translation>
    </message>
    <message>
        <source>Level of the codes</source>
        <translation>Niveau van de codes</translation>
    </message>
    <message>
        <source>at most </source>
        <translation>hoogstens </translation>
    </message>
    <message>
        <source> words</source>
        <translation> woorden</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle groepen</translation>
    </message>
    <message>
        <source>All waves</source>
        <translation>Alle golven</translation>
    </message>
    <message>
        <source>Every document</source>
        <translation>Elk document</translation>
    </message>
    <message>
        <source>Any attribute</source>
        <translation>Elk kenmerk</translation>
    </message>
    <message>
        <source>Any facet</source>
        <translation>Elk facet</translation>
    </message>
    <message>
        <source>{facet}, by value</source>
        <translation>{facet}, per waarde</translation>
    </message>
    <message>
        <source>Type words to find and press Enter.</source>
        <translation>Typ woorden om te zoeken en druk op Enter.</translation>
    </message>
    <message>
        <source>Choose two codes.</source>
        <translation>Kies twee codes.</translation>
    </message>
    <message>
        <source>Choose a document or a group.</source>
        <translation>Kies een document of een groep.</translation>
    </message>
    <message>
        <source>Choose a document.</source>
        <translation>Kies een document.</translation>
    </message>
    <message>
        <source>This project has no groups yet. Add them under Corpus.</source>
        <translation>Dit project heeft nog geen groepen. Voeg ze toe onder Corpus.</translation>
    </message>
    <message>
        <source>Choose a facet.</source>
        <translation>Kies een facet.</translation>
    </message>
    <message>
        <source>Choose two waves.</source>
        <translation>Kies twee golven.</translation>
    </message>
    <message>
        <source>Choose a code. The answer will be here.</source>
        <translation>Kies een code. Hier komt het antwoord.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Binnen</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Words for how many…</source>
        <translation>Woorden voor hoeveel…</translation>
    </message>
    <message>
        <source>Codes from wave to wave…</source>
        <translation>Codes van golf tot golf…</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Vraag beantwoorden</translation>
    </message>
    <message>
        <source>Nothing was found; the sentence at the right says so.</source>
        <translation>Er is niets gevonden; de zin rechts zegt dat.</translation>
    </message>
</context>
<context>
    <name>QuotationCheck</name>
    <message>
        <source>Check quotations</source>
        <translation>Citaten controleren</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Paste a draft here.</source>
        <translation>Plak hier een concept.</translation>
    </message>
    <message>
        <source>Open a draft…</source>
        <translation>Concept openen…</translation>
    </message>
    <message>
        <source>Quotations in the draft</source>
        <translation>Citaten in het concept</translation>
    </message>
    <message>
        <source>Each quotation of the draft will be here, with the place it comes from. Paste a draft and press Check.</source>
        <translation>Hier komt elk citaat uit het concept, met de plaats waar het vandaan komt. Plak een concept en kies Controleren.</translation>
    </message>
    <message>
        <source>There are no quotations in this draft. Put what is quoted between quotation marks.</source>
        <translation>In dit concept staan geen citaten. Zet wat is aangehaald tussen aanhalingstekens.</translation>
    </message>
    <message>
        <source>{n} of {total} quotations are right.</source>
        <translation>{n} van {total} citaten kloppen.</translation>
    </message>
    <message>
        <source>Named, but not in the corpus: {names}.</source>
        <translation>Genoemd, maar niet in het corpus: {names}.</translation>
    </message>
    <message>
        <source>{title}, p. {page}</source>
        <translation>{title}, blz. {page}</translation>
    </message>
    <message>
        <source>Literal: {place}</source>
        <translation>Letterlijk: {place}</translation>
    </message>
    <message>
        <source>Literal, but on another page: {place}</source>
        <translation>Letterlijk, maar op een andere bladzijde: {place}</translation>
    </message>
    <message>
        <source>Not in the document named, but in {place}</source>
        <translation>Niet in het genoemde document, wel in {place}</translation>
    </message>
    <message>
        <source>Differs from {place}: “{nearest}”</source>
        <translation>Wijkt af van {place}: “{nearest}”</translation>
    </message>
    <message>
        <source>Found nowhere</source>
        <translation>Nergens gevonden</translation>
    </message>
</context>
<context>
    <name>ReadingHand</name>
    <message>
        <source>Finding headings</source>
        <translation>Kopjes zoeken</translation>
    </message>
    <message>
        <source>Select the words of the heading first.</source>
        <translation>Selecteer eerst de woorden van het kopje.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Reading status</source>
        <translation>Leesstatus</translation>
    </message>
    <message>
        <source>Themes of this document</source>
        <translation>Thema&apos;s van dit document</translation>
    </message>
    <message>
        <source>There are no themes yet: import a codebook or make a code.</source>
        <translation>Er zijn nog geen thema&apos;s: lees een codeboek in of maak een code.</translation>
    </message>
    <message>
        <source>How far you are with each theme of the open document will be here.</source>
        <translation>Hier komt per thema hoever u in het geopende document bent.</translation>
    </message>
    <message>
        <source>{done} of {total} read</source>
        <translation>{done} van {total} gelezen</translation>
    </message>
    <message>
        <source>Theme is read</source>
        <translation>Thema is gelezen</translation>
    </message>
    <message>
        <source>Begin theme</source>
        <translation>Begin met thema</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelezen</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>niet begonnen</translation>
    </message>
</context>
<context>
    <name>RegisterDesk</name>
    <message>
        <source>Making the table</source>
        <translation>Tabel maken</translation>
    </message>
    <message>
        <source>Spreadsheet, all tables (*.xlsx);;OpenDocument, all tables (*.ods);;The table in sight (*.csv)</source>
        <translation>Rekenblad, alle tabellen (*.xlsx);;OpenDocument, alle tabellen (*.ods);;De tabel in beeld (*.csv)</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Geschreven naar {name}.</translation>
    </message>
</context>
<context>
    <name>RegisterPanel</name>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Filter propositions</source>
        <translation>Stellingen filteren</translation>
    </message>
    <message>
        <source>Only open ones</source>
        <translation>Alleen open stellingen</translation>
    </message>
    <message>
        <source>This project has no register. Load one that ships with QualCode.</source>
        <translation>Dit project heeft geen register. Laad er een dat bij QualCode hoort.</translation>
    </message>
    <message>
        <source>Load a register</source>
        <translation>Register laden</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>{verdict}: {full} of {total}</source>
        <translation>{verdict}: {full} van {total}</translation>
    </message>
    <message>
        <source>{na} n/a, {open} open</source>
        <translation>{na} n.v.t., {open} open</translation>
    </message>
    <message>
        <source>Pledges of the party programme</source>
        <translation>Beloften van het partijprogramma</translation>
    </message>
    <message>
        <source>Trends of the trend study</source>
        <translation>Trends van de trendstudie</translation>
    </message>
    <message>
        <source>Demands of the agenda test</source>
        <translation>Vragen van de toets aan eigen agenda</translation>
    </message>
    <message>
        <source>Propositions</source>
        <translation>Stellingen</translation>
    </message>
    <message>
        <source>{done} of {total} judged</source>
        <translation>{done} van {total} beoordeeld</translation>
    </message>
</context>
<context>
    <name>RegisterSpace</name>
    <message>
        <source>Looking for keywords</source>
        <translation>Trefwoorden zoeken</translation>
    </message>
    <message>
        <source>{keys} is the opposite of this one: not applicable?</source>
        <translation>{keys} is het tegendeel van deze stelling: niet van toepassing?</translation>
    </message>
    <message>
        <source>Judge not applicable</source>
        <translation>N.v.t. geven</translation>
    </message>
    <message>
        <source>Every proposition in this list is judged for this document.</source>
        <translation>Elke stelling in deze lijst is voor dit document beoordeeld.</translation>
    </message>
    <message>
        <source>Loading the register</source>
        <translation>Register laden</translation>
    </message>
</context>
<context>
    <name>RegisterTableDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Round {title}</source>
        <translation>Ronde {title}</translation>
    </message>
    <message>
        <source>Whose verdicts</source>
        <translation>Wiens oordelen</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Tables of the register</source>
        <translation>Tabellen van het register</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>One cell a line</source>
        <translation>Eén cel per regel</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Verhoudingen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Telt niet mee</translation>
    </message>
</context>
<context>
    <name>SearchDesk</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggesties</translation>
    </message>
    <message>
        <source>Mark the code first whose keywords are to be found.</source>
        <translation>Markeer eerst de code waarvan de trefwoorden gezocht worden.</translation>
    </message>
    <message>
        <source>{key} has no keywords. Change the code to give it some.</source>
        <translation>{key} heeft geen trefwoorden. Wijzig de code om die toe te voegen.</translation>
    </message>
    <message>
        <source>No keyword suggests a code here.</source>
        <translation>Geen trefwoord stelt hier een code voor.</translation>
    </message>
    <message>
        <source>Looking up passages</source>
        <translation>Passages opzoeken</translation>
    </message>
    <message>
        <source>Suggestions {n}</source>
        <translation>Suggesties {n}</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>Woorden zoeken</translation>
    </message>
    <message>
        <source>How the words are matched</source>
        <translation>Hoe de woorden worden vergeleken</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Waar wordt gezocht</translation>
    </message>
    <message>
        <source>In all documents</source>
        <translation>In alle documenten</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>In dit document</translation>
    </message>
    <message>
        <source>How hits are grouped</source>
        <translation>Hoe treffers gegroepeerd zijn</translation>
    </message>
    <message>
        <source>Capitals count</source>
        <translation>Hoofdletters tellen</translation>
    </message>
    <message>
        <source>Keep result</source>
        <translation>Resultaat bewaren</translation>
    </message>
    <message>
        <source>Code hits…</source>
        <translation>Treffers coderen…</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>Heel woord</translation>
    </message>
    <message>
        <source>Start of a word</source>
        <translation>Begin van een woord</translation>
    </message>
    <message>
        <source>Word family (Dutch)</source>
        <translation>Woordfamilie</translation>
    </message>
    <message>
        <source>Part of a word</source>
        <translation>Deel van een woord</translation>
    </message>
    <message>
        <source>Wildcards * and ?</source>
        <translation>Jokers * en ?</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Reguliere expressie</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffers</translation>
    </message>
    <message>
        <source>Type words and press Enter. They are found in any form of print: over line ends, hyphens and page ends.</source>
        <translation>Typ woorden en druk op Enter. Afbreekstreepjes, regel- en bladzijde-einden maken niet uit.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Bezig met zoeken…</translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n treffer</numerusform>
            <numerusform>%n treffers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documenten</numerusform>
        </translation>
    </message>
    <message>
        <source>{hits} in {documents}.</source>
        <translation>{hits} in {documents}.</translation>
    </message>
    <message>
        <source>{hits} in {found} of {documents}.</source>
        <translation>{hits} in {found} van {documents}.</translation>
    </message>
    <message numerus="yes">
        <source>%n cases.</source>
        <translation>
            <numerusform>%n casus.</numerusform>
            <numerusform>%n casussen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest is not listed.</source>
        <translation>De rest staat er niet bij.</translation>
    </message>
    <message>
        <source>Result kept</source>
        <translation>Resultaat bewaard</translation>
    </message>
    <message numerus="yes">
        <source>Code %n hits…</source>
        <translation>
            <numerusform>%n treffer coderen…</numerusform>
            <numerusform>%n treffers coderen…</numerusform>
        </translation>
    </message>
    <message>
        <source>By case</source>
        <translation>Per casus</translation>
    </message>
    <message>
        <source>By wave</source>
        <translation>Per golf</translation>
    </message>
    <message>
        <source>By {grouping}</source>
        <translation>Per {grouping}</translation>
    </message>
    <message>
        <source>Hits by document</source>
        <translation>Treffers per document</translation>
    </message>
</context>
<context>
    <name>SegmentGroup</name>
    <message>
        <source>not answered yet</source>
        <translation>nog niet beantwoord</translation>
    </message>
</context>
<context>
    <name>SendBackDialog</name>
    <message>
        <source>Send back</source>
        <translation>Terugsturen</translation>
    </message>
    <message>
        <source>Choose where it goes…</source>
        <translation>Kies waar het komt…</translation>
    </message>
    <message>
        <source>One file for the lead, with all your work. Pages find their PDF again by its content, whatever it is called.</source>
        <translation>Eén bestand voor de projectleider, met al uw werk. Bladzijden vinden hun pdf terug aan de inhoud, hoe die ook heet.</translation>
    </message>
    <message>
        <source>Also the PDFs that the lead has ({size} MB)</source>
        <translation>Ook de pdf&apos;s die de projectleider heeft ({size} MB)</translation>
    </message>
    <message>
        <source>PDFs that you added yourself go along ({size} MB).</source>
        <translation>Pdf&apos;s die u zelf toevoegde, gaan mee ({size} MB).</translation>
    </message>
    <message>
        <source>About {size} MB</source>
        <translation>Ongeveer {size} MB</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Find a setting or a key</source>
        <translation>Instelling of toets zoeken</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Bladen van de instellingen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>No setting and no command fits.</source>
        <translation>Geen instelling en geen opdracht past hierbij.</translation>
    </message>
</context>
<context>
    <name>SplitCode</name>
    <message>
        <source>Split {key}</source>
        <translation>{key} splitsen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Splitsen</translation>
    </message>
    <message>
        <source>New codes</source>
        <translation>Nieuwe codes</translation>
    </message>
    <message>
        <source>One a line: key, then name. {key} is retired; its codings are listed.</source>
        <translation>Eén per regel: sleutel, dan naam. {key} gaat buiten gebruik; de coderingen komen op de lijst om na te lopen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>A split needs at least two new codes. Name another.</source>
        <translation>Splitsen vraagt minstens twee nieuwe codes. Noem er nog een.</translation>
    </message>
</context>
<context>
    <name>SpokenPage</name>
    <message>
        <source>Coded {key}: {words}</source>
        <translation>Gecodeerd {key}: {words}</translation>
    </message>
    <message>
        <source>an area</source>
        <translation>een gebied</translation>
    </message>
    <message>
        <source>Text of page {label}</source>
        <translation>Tekst van bladzijde {label}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Recente projecten</translation>
    </message>
    <message>
        <source>Filter projects</source>
        <translation>Filter projecten</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Van de lijst halen</translation>
    </message>
    <message>
        <source>Or drop documents or a project here</source>
        <translation>Of laat hier documenten of een project los</translation>
    </message>
    <message>
        <source>No project is called that. Clear the filter to see all.</source>
        <translation>Geen project heet zo. Wis het filter om alle te zien.</translation>
    </message>
    <message>
        <source>Code agreements, decide together, trace every number.</source>
        <translation>Akkoorden coderen, samen beslissen, elk getal herleidbaar.</translation>
    </message>
    <message>
        <source>Title, coder, codebook and PDFs</source>
        <translation>Titel, codeur, codeboek en pdf&apos;s</translation>
    </message>
    <message>
        <source>No project yet. The guided tour takes two minutes.</source>
        <translation>Nog geen project. De rondleiding duurt twee minuten.</translation>
    </message>
    <message>
        <source>Nothing is sent: projects and PDFs stay on this computer.</source>
        <translation>Er wordt niets verstuurd: projecten en pdf&apos;s blijven op deze computer.</translation>
    </message>
    <message>
        <source>A .qualcode file</source>
        <translation>Een .qualcode-bestand</translation>
    </message>
    <message>
        <source>Three invented agreements, coded by two people</source>
        <translation>Drie verzonnen akkoorden, gecodeerd door twee mensen</translation>
    </message>
    <message>
        <source>Two minutes on a copy of the sample: code, compare, export</source>
        <translation>Twee minuten op een kopie van het voorbeeld: coderen, vergelijken, exporteren</translation>
    </message>
    <message>
        <source>Work of several coders, a plan first</source>
        <translation>Werk van meerdere codeurs, eerst een plan</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>Laatst geopend</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>bestand niet gevonden</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
</context>
<context>
    <name>SuggestionsPanel</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggesties</translation>
    </message>
    <message>
        <source>The keywords of the codes suggest nothing more in this document.</source>
        <translation>De trefwoorden van de codes leveren in dit document niets meer op.</translation>
    </message>
    <message>
        <source>Take the marked suggestion (Q)</source>
        <translation>Gemarkeerde suggestie overnemen (Q)</translation>
    </message>
    <message>
        <source>Find its keywords in all documents</source>
        <translation>Trefwoorden in alle documenten zoeken</translation>
    </message>
    <message>
        <source>Looking for keywords</source>
        <translation>Trefwoorden zoeken</translation>
    </message>
    <message>
        <source>Places of the open document with keywords of the codes will be here.</source>
        <translation>Hier komen plaatsen van het geopende document met trefwoorden van de codes.</translation>
    </message>
</context>
<context>
    <name>SummaryHand</name>
    <message>
        <source>Summary on {code} written
summary on {code}</source>
        <translation>Samenvatting over {code} geschreven
samenvatting over {code}</translation>
    </message>
</context>
<context>
    <name>TakeoverDialog</name>
    <message>
        <source>Take over highlights</source>
        <translation>Markeringen overnemen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>They become codings of</source>
        <translation>Ze worden coderingen van</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markeringen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>Eerste woorden</translation>
    </message>
    <message>
        <source>Highlights by colour</source>
        <translation>Markeringen per kleur</translation>
    </message>
    <message>
        <source>none told</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>Code for {colour}</source>
        <translation>Code voor {colour}</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>weglaten</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grijs</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rood</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>oranje</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>geel</translation>
    </message>
    <message>
        <source>green</source>
        <translation>groen</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blauw</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>paars</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>roze</translation>
    </message>
    <message>
        <source>{n} of {total} highlights become codings.</source>
        <translation>{n} van {total} markeringen worden coderingen.</translation>
    </message>
    <message>
        <source>{n} have no text under them and are left out.</source>
        <translation>{n} hebben geen tekst onder zich en vallen weg.</translation>
    </message>
</context>
<context>
    <name>Tally</name>
    <message>
        <source>Counting codings</source>
        <translation>Coderingen tellen</translation>
    </message>
</context>
<context>
    <name>TextQuality</name>
    <message>
        <source>Text quality</source>
        <translation>Tekstkwaliteit</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Text from</source>
        <translation>Tekst uit</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Bladzijden</translation>
    </message>
    <message>
        <source>Without text</source>
        <translation>Zonder tekst</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Onleesbaar</translation>
    </message>
    <message>
        <source>Suspicious characters</source>
        <translation>Verdachte tekens</translation>
    </message>
    <message>
        <source>Broken words at line ends</source>
        <translation>Woorden afgebroken aan regeleinden</translation>
    </message>
    <message>
        <source>Pages without text are scans or pictures: code areas on them, or have them read by text recognition (OCR). Words broken at line ends and columns are read well; they are named because other programs fail there.</source>
        <translation>Bladzijden zonder tekst zijn scans of plaatjes: codeer er gebieden op, of laat ze lezen met tekstherkenning (OCR). Afgebroken woorden en kolommen worden goed gelezen; ze staan hier omdat andere programma&apos;s daar fouten maken.</translation>
    </message>
    <message>
        <source>Read scanned pages (OCR)</source>
        <translation>Gescande bladzijden lezen (OCR)</translation>
    </message>
    <message>
        <source>In columns</source>
        <translation>In kolommen</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Verdacht</translation>
    </message>
    <message>
        <source>Broken words</source>
        <translation>Afgebroken</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Gedraaid</translation>
    </message>
    <message>
        <source>No documents yet. Add one to see how well it can be read.</source>
        <translation>Nog geen documenten. Voeg er een toe om te zien hoe goed het te lezen is.</translation>
    </message>
    <message>
        <source>Nothing to mind</source>
        <translation>Niets bijzonders</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Vraagt aandacht</translation>
    </message>
    <message>
        <source>the PDF</source>
        <translation>de pdf</translation>
    </message>
    <message>
        <source>text recognition (OCR)</source>
        <translation>tekstherkenning (OCR)</translation>
    </message>
    <message>
        <source>PDF and OCR</source>
        <translation>pdf en OCR</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>elders</translation>
    </message>
    <message>
        <source>{n}: p. {pages}</source>
        <translation>{n}: blz. {pages}</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Thumbnails of the pages</source>
        <translation>Bladzijden in het klein</translation>
    </message>
</context>
<context>
    <name>TogetherPanel</name>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>How near</source>
        <translation>Hoe dichtbij</translation>
    </message>
    <message>
        <source>Words between</source>
        <translation>Woorden ertussen</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Also codes near no other</source>
        <translation>Ook codes die bij geen andere staan</translation>
    </message>
    <message>
        <source>Count pairs of codings</source>
        <translation>Tel paren van coderingen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Comparing codes</source>
        <translation>Codes vergelijken</translation>
    </message>
    <message>
        <source>Codes by codes</source>
        <translation>Codes bij codes</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Nabij</translation>
    </message>
    <message>
        <source>No two codes stand near each other in this way. Try a wider one.</source>
        <translation>Er staan geen twee codes op deze manier bij elkaar. Kies een ruimere.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Waiting until you have done it.</source>
        <translation>Wacht tot u het hebt gedaan.</translation>
    </message>
    <message>
        <source>&amp;Stop the tour</source>
        <translation>&amp;Stoppen met de rondleiding</translation>
    </message>
    <message>
        <source>Stop the tour</source>
        <translation>Stoppen met de rondleiding</translation>
    </message>
    <message>
        <source>Guided tour, step {n} of {total}</source>
        <translation>Rondleiding, stap {n} van {total}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Klaar</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Volgende</translation>
    </message>
</context>
<context>
    <name>TourDesk</name>
    <message>
        <source>QualCode tour</source>
        <translation>QualCode rondleiding</translation>
    </message>
</context>
<context>
    <name>TourRing</name>
    <message>
        <source>What this step is about</source>
        <translation>Waar deze stap over gaat</translation>
    </message>
</context>
<context>
    <name>TrainingHand</name>
    <message>
        <source>You now see the model answers beside your own codings.</source>
        <translation>U ziet nu de voorbeeldantwoorden naast uw eigen coderingen.</translation>
    </message>
    <message>
        <source>This document is read. The model answers can be shown now.</source>
        <translation>Dit document is gelezen. De voorbeeldantwoorden kunnen nu worden getoond.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Tonen</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>Something went wrong in QualCode</source>
        <translation>Er ging iets mis in QualCode</translation>
    </message>
    <message>
        <source>The last act did not go as it should. What was kept before is kept, and you can go on. These details help to mend it; they hold no text of your documents.</source>
        <translation>De laatste handeling ging niet zoals het moest. Wat al bewaard was, is bewaard, en u kunt verder. Deze details helpen om de fout te herstellen; er staat geen tekst uit uw documenten in.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Details kopiëren</translation>
    </message>
</context>
<context>
    <name>UndoHand</name>
    <message>
        <source>Go back to</source>
        <translation>Terug naar</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>Ongedaan gemaakt: {act}</translation>
    </message>
    <message>
        <source>How it was at the beginning</source>
        <translation>Zoals het aan het begin was</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
</context>
<context>
    <name>ValuesPanel</name>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Waarvan</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Golf</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Getal zoeken</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Afbeelding…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Plot</translation>
    </message>
    <message>
        <source>Reading numbers</source>
        <translation>Getallen lezen</translation>
    </message>
    <message>
        <source>Numbers of the codings</source>
        <translation>Getallen van de coderingen</translation>
    </message>
    <message>
        <source>Plot of the numbers</source>
        <translation>Plot van de getallen</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Alle getallen</translation>
    </message>
    <message>
        <source>Who gives a number</source>
        <translation>Wie een getal noemt</translation>
    </message>
    <message>
        <source>The highest</source>
        <translation>Het hoogste</translation>
    </message>
    <message>
        <source>The lowest</source>
        <translation>Het laagste</translation>
    </message>
    <message>
        <source>Several in one document</source>
        <translation>Meer in één document</translation>
    </message>
    <message>
        <source>Median by group</source>
        <translation>Mediaan per groep</translation>
    </message>
    <message>
        <source>Target years</source>
        <translation>Doeljaren</translation>
    </message>
    <message>
        <source>Comparing numbers</source>
        <translation>Getallen vergelijken</translation>
    </message>
    <message>
        <source>No number like this.</source>
        <translation>Geen getal zoals dit.</translation>
    </message>
    <message>
        <source>No numbers yet. While coding, F adds the number of a passage.</source>
        <translation>Nog geen getallen. Bij het coderen voegt F het getal van een fragment toe.</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Next open</source>
        <translation>Volgende open</translation>
    </message>
    <message>
        <source>Your verdict on a proposition will be here. It needs a register and an open document.</source>
        <translation>Hier komt uw oordeel over een stelling. Daarvoor zijn een register en een geopend document nodig.</translation>
    </message>
    <message>
        <source>Looking for keywords…</source>
        <translation>Trefwoorden worden gezocht…</translation>
    </message>
    <message numerus="yes">
        <source>Keywords: %n places</source>
        <translation>
            <numerusform>Trefwoorden: %n plaats</numerusform>
            <numerusform>Trefwoorden: %n plaatsen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only for: {places}</source>
        <translation>Alleen voor: {places}</translation>
    </message>
    <message>
        <source>Number in the document, for {asked}</source>
        <translation>Getal in het document, voor {asked}</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>blz. {page}</translation>
    </message>
    <message>
        <source>No passage of this document has one of these codes.</source>
        <translation>Geen fragment van dit document heeft een van deze codes.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Wat ontbreekt</translation>
    </message>
    <message>
        <source>Number in the document</source>
        <translation>Getal in het document</translation>
    </message>
    <message>
        <source>Evidence: passages with the linked codes</source>
        <translation>Bewijs: fragmenten met de gekoppelde codes</translation>
    </message>
    <message>
        <source>20 years, or 15–25 %, or 2027</source>
        <translation>20 jaar, of 15–25 %, of 2027</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Next open (N)</source>
        <translation>Volgende open (N)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Places of the keywords</source>
        <translation>Plaatsen van de trefwoorden</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the codebook</source>
        <translation>Versies van het codeboek</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Eerdere versie</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Latere versie</translation>
    </message>
    <message>
        <source>against</source>
        <translation>tegenover</translation>
    </message>
    <message>
        <source>Export the differences…</source>
        <translation>Verschillen exporteren…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Eerst</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Why this version is made</source>
        <translation>Waarom deze versie wordt gemaakt</translation>
    </message>
    <message>
        <source>Fix this version</source>
        <translation>Versie vaststellen</translation>
    </message>
    <message>
        <source>the codebook as it is</source>
        <translation>het codeboek zoals het nu is</translation>
    </message>
    <message>
        <source>{book} version {label}, {at}, {author}: {reason} ({n} codes)</source>
        <translation>{book} versie {label}, {at}, {author}: {reason} ({n} codes)</translation>
    </message>
    <message>
        <source>These two say the same.</source>
        <translation>Deze twee zeggen hetzelfde.</translation>
    </message>
    <message>
        <source>No codebook yet. What two versions of it say differently will be here.</source>
        <translation>Nog geen codeboek. Hier komt wat twee versies ervan verschillend zeggen.</translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n verschil</numerusform>
            <numerusform>%n verschillen</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>nieuw</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>vervallen</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verplaatst</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>A version needs a reason. Say in one line why it is made.</source>
        <translation>Een versie heeft een reden nodig. Zeg in één regel waarom zij wordt gemaakt.</translation>
    </message>
</context>
<context>
    <name>VoiceBlock</name>
    <message>
        <source>Take this</source>
        <translation>Neem deze</translation>
    </message>
    <message>
        <source>Take what {name} says</source>
        <translation>Neem over wat {name} zegt</translation>
    </message>
    <message>
        <source>Nothing marked here</source>
        <translation>Hier niets gemarkeerd</translation>
    </message>
</context>
<context>
    <name>VoicesPanel</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>One moment</source>
        <translation>Een ogenblik</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>WhoseWork</name>
    <message>
        <source>Whose work it is</source>
        <translation>Van wie het werk is</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>Give codings to another coder</source>
        <translation>Coderingen aan een andere codeur geven</translation>
    </message>
    <message>
        <source>They are one person: join them under one name</source>
        <translation>Het is één persoon: samenvoegen onder één naam</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle documenten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Writing {n} codings</source>
        <translation>{n} coderingen schrijven</translation>
    </message>
</context>
<context>
    <name>WorkspaceBar</name>
    <message>
        <source>Work spaces</source>
        <translation>Werkruimten</translation>
    </message>
</context>
<context>
    <name>_CodesHead</name>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
</context>
<context>
    <name>_NamesHead</name>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Page {label}</source>
        <translation>Bladzijde {label}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>New project…</source>
        <translation>Nieuw project…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Project openen…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Voorbeeld bekijken</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Project sluiten</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>Documenten toevoegen…</translation>
    </message>
    <message>
        <source>Add all documents of a folder…</source>
        <translation>Alle documenten uit een map toevoegen…</translation>
    </message>
    <message>
        <source>Import cases from a sheet…</source>
        <translation>Casussen uit een rekenblad importeren…</translation>
    </message>
    <message>
        <source>Import codings from a table…</source>
        <translation>Coderingen uit een tabel importeren…</translation>
    </message>
    <message>
        <source>Import a project of another program…</source>
        <translation>Project van een ander programma importeren…</translation>
    </message>
    <message>
        <source>Export for other programs (REFI-QDA)…</source>
        <translation>Exporteren voor andere programma’s (REFI-QDA)…</translation>
    </message>
    <message>
        <source>Copy for a coder…</source>
        <translation>Kopie voor een codeur…</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>Uitdelen…</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Terugsturen…</translation>
    </message>
    <message>
        <source>Take in an update…</source>
        <translation>Bijwerking opnemen…</translation>
    </message>
    <message>
        <source>Show the model answers</source>
        <translation>Voorbeeldantwoorden tonen</translation>
    </message>
    <message>
        <source>Agreement while training</source>
        <translation>Overeenstemming tijdens het oefenen</translation>
    </message>
    <message>
        <source>Merge files…</source>
        <translation>Bestanden samenvoegen…</translation>
    </message>
    <message>
        <source>What came in together…</source>
        <translation>Wat samen binnenkwam…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Geschiedenis…</translation>
    </message>
    <message>
        <source>Whose work it is…</source>
        <translation>Van wie het werk is…</translation>
    </message>
    <message>
        <source>Check the project…</source>
        <translation>Project controleren…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Reservekopieën…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Copy quote with source</source>
        <translation>Citaat met bron kopiëren</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>Zoeken in dit document</translation>
    </message>
    <message>
        <source>Find in all documents</source>
        <translation>Zoeken in alle documenten</translation>
    </message>
    <message>
        <source>Find the code&apos;s keywords everywhere</source>
        <translation>Trefwoorden van de code overal zoeken</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Volgende treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorige treffer</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Coderen</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Overeenstemming</translation>
    </message>
    <message>
        <source>Adjudication</source>
        <translation>Beslissen</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Hide the left side</source>
        <translation>Linkerkant verbergen</translation>
    </message>
    <message>
        <source>Hide the right side</source>
        <translation>Rechterkant verbergen</translation>
    </message>
    <message>
        <source>Only the page</source>
        <translation>Alleen de bladzijde</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Volgend gebied</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Vorig gebied</translation>
    </message>
    <message>
        <source>Filter the documents</source>
        <translation>Documenten filteren</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>Code zoeken</translation>
    </message>
    <message>
        <source>List of codings</source>
        <translation>Lijst van coderingen</translation>
    </message>
    <message>
        <source>Show only some codings…</source>
        <translation>Alleen sommige coderingen tonen…</translation>
    </message>
    <message>
        <source>Show all codings again</source>
        <translation>Weer alle coderingen tonen</translation>
    </message>
    <message>
        <source>Show the codings of all coders</source>
        <translation>Coderingen van alle codeurs tonen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Inzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uitzoomen</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Breedte vullen</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>Hele bladzijde</translation>
    </message>
    <message>
        <source>Stripes by code, coder or family</source>
        <translation>Strepen per code, codeur of familie</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>Twee bladzijden naast elkaar</translation>
    </message>
    <message>
        <source>Pages as small pictures</source>
        <translation>Bladzijden als kleine plaatjes</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Volgend document</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>Vorig document</translation>
    </message>
    <message>
        <source>Go to page</source>
        <translation>Ga naar bladzijde</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vooruit</translation>
    </message>
    <message>
        <source>Make the selection a heading</source>
        <translation>Van de selectie een kopje maken</translation>
    </message>
    <message>
        <source>Rename the heading</source>
        <translation>Kopje hernoemen</translation>
    </message>
    <message>
        <source>Heading one level up</source>
        <translation>Kopje een niveau hoger</translation>
    </message>
    <message>
        <source>Heading one level down</source>
        <translation>Kopje een niveau lager</translation>
    </message>
    <message>
        <source>Remove the heading</source>
        <translation>Kopje verwijderen</translation>
    </message>
    <message>
        <source>Theme one step on</source>
        <translation>Thema een stap verder</translation>
    </message>
    <message>
        <source>Theme one step back</source>
        <translation>Thema een stap terug</translation>
    </message>
    <message>
        <source>Mark the document as read</source>
        <translation>Document als gelezen markeren</translation>
    </message>
    <message>
        <source>Set the document back to busy</source>
        <translation>Document terugzetten op bezig</translation>
    </message>
    <message>
        <source>Rename the document…</source>
        <translation>Document hernoemen…</translation>
    </message>
    <message>
        <source>Remove the document…</source>
        <translation>Document verwijderen…</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Volgende zin</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>Vorige zin</translation>
    </message>
    <message>
        <source>Next coding</source>
        <translation>Volgende codering</translation>
    </message>
    <message>
        <source>Previous coding</source>
        <translation>Vorige codering</translation>
    </message>
    <message>
        <source>Find the code for the selection</source>
        <translation>Code zoeken voor de selectie</translation>
    </message>
    <message>
        <source>Again the last code</source>
        <translation>Nogmaals de laatste code</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>Suggestie overnemen</translation>
    </message>
    <message>
        <source>Next coding at this place</source>
        <translation>Volgende codering op deze plek</translation>
    </message>
    <message>
        <source>Previous coding at this place</source>
        <translation>Vorige codering op deze plaats</translation>
    </message>
    <message>
        <source>Select the place of the coding again</source>
        <translation>De plek van de codering nog eens selecteren</translation>
    </message>
    <message>
        <source>Remove the coding</source>
        <translation>Codering verwijderen</translation>
    </message>
    <message>
        <source>Make a code of the words…</source>
        <translation>Code maken van de woorden…</translation>
    </message>
    <message>
        <source>Make a new code for the selection…</source>
        <translation>Nieuwe code voor de selectie…</translation>
    </message>
    <message>
        <source>When not to use the code</source>
        <translation>Wanneer de code niet gebruiken</translation>
    </message>
    <message>
        <source>Show all that the code&apos;s card says</source>
        <translation>Alles tonen wat de code zegt</translation>
    </message>
    <message>
        <source>Next sentence joins</source>
        <translation>Volgende zin erbij</translation>
    </message>
    <message>
        <source>Previous sentence joins</source>
        <translation>Vorige zin erbij</translation>
    </message>
    <message>
        <source>Make the selection longer</source>
        <translation>Selectie langer maken</translation>
    </message>
    <message>
        <source>Make the selection shorter</source>
        <translation>Selectie korter maken</translation>
    </message>
    <message>
        <source>Stretch to whole sentences</source>
        <translation>Uitbreiden tot hele zinnen</translation>
    </message>
    <message>
        <source>Set the caret</source>
        <translation>Cursor zetten</translation>
    </message>
    <message>
        <source>Draw an area</source>
        <translation>Gebied tekenen</translation>
    </message>
    <message>
        <source>Primary coding at this place</source>
        <translation>Primaire codering op deze plaats</translation>
    </message>
    <message>
        <source>Move the ends of the coding</source>
        <translation>Einden van de codering verplaatsen</translation>
    </message>
    <message>
        <source>Split the coding at the caret</source>
        <translation>Codering splitsen bij de cursor</translation>
    </message>
    <message>
        <source>Join with the neighbour</source>
        <translation>Samenvoegen met de buur</translation>
    </message>
    <message>
        <source>Role: first (diagnosis)</source>
        <translation>Rol: eerste (diagnose)</translation>
    </message>
    <message>
        <source>Role: second (measure)</source>
        <translation>Rol: tweede (maatregel)</translation>
    </message>
    <message>
        <source>Role: third (stance)</source>
        <translation>Rol: derde (standpunt)</translation>
    </message>
    <message>
        <source>Direction: first (with the source)</source>
        <translation>Richting: eerste (met de bron)</translation>
    </message>
    <message>
        <source>Direction: second (mixed)</source>
        <translation>Richting: tweede (gemengd)</translation>
    </message>
    <message>
        <source>Direction: third (against the source)</source>
        <translation>Richting: derde (tegen de bron)</translation>
    </message>
    <message>
        <source>Concreteness 0; 1 to 3 set the other steps</source>
        <translation>Concreetheid 0; 1 tot 3 zetten de andere stappen</translation>
    </message>
    <message>
        <source>More facets of the coding</source>
        <translation>Meer facetten van de codering</translation>
    </message>
    <message>
        <source>The marked code is not mentioned here</source>
        <translation>De gemarkeerde code is hier niet genoemd</translation>
    </message>
    <message>
        <source>List what is not mentioned…</source>
        <translation>Lijst van wat niet genoemd is…</translation>
    </message>
    <message>
        <source>Add a facet of your own…</source>
        <translation>Eigen facet toevoegen…</translation>
    </message>
    <message>
        <source>Pin the code to a digit…</source>
        <translation>Code vastzetten op een cijfer…</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Een stap terug</translation>
    </message>
    <message>
        <source>Change the code…</source>
        <translation>Code wijzigen…</translation>
    </message>
    <message>
        <source>New code…</source>
        <translation>Nieuwe code…</translation>
    </message>
    <message>
        <source>Merge into another code…</source>
        <translation>Samenvoegen met een andere code…</translation>
    </message>
    <message>
        <source>Split the code…</source>
        <translation>Code splitsen…</translation>
    </message>
    <message>
        <source>Retire the code</source>
        <translation>Code buiten gebruik stellen</translation>
    </message>
    <message>
        <source>Use a retired code again…</source>
        <translation>Code weer in gebruik nemen…</translation>
    </message>
    <message>
        <source>Codes of this round…</source>
        <translation>Codes van deze ronde…</translation>
    </message>
    <message>
        <source>Versions of the codebook…</source>
        <translation>Versies van het codeboek…</translation>
    </message>
    <message>
        <source>Codings to review…</source>
        <translation>Coderingen om na te lopen…</translation>
    </message>
    <message>
        <source>Import codebook…</source>
        <translation>Codeboek inlezen…</translation>
    </message>
    <message>
        <source>Export codebook…</source>
        <translation>Codeboek exporteren…</translation>
    </message>
    <message>
        <source>Write boundary rule…</source>
        <translation>Grensregel schrijven…</translation>
    </message>
    <message>
        <source>Copy the methods sentence</source>
        <translation>Zin voor methodensectie kopiëren</translation>
    </message>
    <message>
        <source>Check quotations of a draft…</source>
        <translation>Citaten van een concept controleren…</translation>
    </message>
    <message>
        <source>Take over highlights…</source>
        <translation>Markeringen overnemen…</translation>
    </message>
    <message>
        <source>Read scanned pages (OCR)</source>
        <translation>Gescande bladzijden lezen (OCR)</translation>
    </message>
    <message>
        <source>Read this page anew (OCR)</source>
        <translation>Deze bladzijde opnieuw lezen (OCR)</translation>
    </message>
    <message>
        <source>Text quality…</source>
        <translation>Tekstkwaliteit…</translation>
    </message>
    <message>
        <source>Memo here…</source>
        <translation>Memo hier…</translation>
    </message>
    <message>
        <source>Change the memo…</source>
        <translation>Memo wijzigen…</translation>
    </message>
    <message>
        <source>Remove the memo</source>
        <translation>Memo verwijderen</translation>
    </message>
    <message>
        <source>Take coder {digit}</source>
        <translation>Neem codeur {digit}</translation>
    </message>
    <message>
        <source>All codes hold</source>
        <translation>Alle codes gelden</translation>
    </message>
    <message>
        <source>Settle otherwise</source>
        <translation>Anders beslissen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Geen van deze</translation>
    </message>
    <message>
        <source>Discuss…</source>
        <translation>Bespreken…</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Volgend verschil</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Vorig verschil</translation>
    </message>
    <message>
        <source>Take over what is equal</source>
        <translation>Overnemen wat gelijk is</translation>
    </message>
    <message>
        <source>Running work</source>
        <translation>Lopend werk</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Opdracht zoeken…</translation>
    </message>
    <message>
        <source>Guided tour</source>
        <translation>Rondleiding</translation>
    </message>
    <message>
        <source>What’s new</source>
        <translation>Wat is nieuw</translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation>Hoe aan te halen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Toetsen wijzigen…</translation>
    </message>
    <message>
        <source>About QualCode</source>
        <translation>Over QualCode</translation>
    </message>
    <message>
        <source>Pinned code {digit}</source>
        <translation>Vaste code {digit}</translation>
    </message>
</context>
<context>
    <name>adjudication</name>
    <message>
        <source>({n} characters)</source>
        <translation>({n} tekens)</translation>
    </message>
    <message>
        <source>met: {parts}</source>
        <translation>voldaan: {parts}</translation>
    </message>
    <message>
        <source>passages as evidence: {n}</source>
        <translation>fragmenten als bewijs: {n}</translation>
    </message>
    <message>
        <source>area of {width} × {height} mm</source>
        <translation>gebied van {width} × {height} mm</translation>
    </message>
    <message>
        <source>not by all</source>
        <translation>niet door allen</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>grens</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>facets</source>
        <translation>facetten</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>oordeel</translation>
    </message>
    <message>
        <source>to discuss</source>
        <translation>te bespreken</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>besloten</translation>
    </message>
    <message>
        <source>changed since the decision</source>
        <translation>gewijzigd na de beslissing</translation>
    </message>
    <message>
        <source>Taken as one coder has it</source>
        <translation>Overgenomen van één codeur</translation>
    </message>
    <message>
        <source>All codes hold</source>
        <translation>Alle codes gelden</translation>
    </message>
    <message>
        <source>Settled in another way</source>
        <translation>Anders beslist</translation>
    </message>
    <message>
        <source>None of these holds</source>
        <translation>Geen van deze geldt</translation>
    </message>
    <message>
        <source>To be discussed</source>
        <translation>Nog te bespreken</translation>
    </message>
</context>
<context>
    <name>agreement</name>
    <message>
        <source>All codes together</source>
        <translation>Alle codes samen</translation>
    </message>
    <message>
        <source>Too rare</source>
        <translation>Te zeldzaam</translation>
    </message>
    <message>
        <source>Too rare to judge</source>
        <translation>Te zeldzaam om te beoordelen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>± word</source>
        <translation>± woord</translation>
    </message>
    <message>
        <source>± sentence</source>
        <translation>± zin</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Codeurs</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Zonder</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Program and figure</source>
        <translation>Programma en cijfer</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formule</translation>
    </message>
    <message>
        <source>Document, in the order of coding</source>
        <translation>Document, in volgorde van coderen</translation>
    </message>
    <message>
        <source>Last three</source>
        <translation>Laatste drie</translation>
    </message>
    <message>
        <source>First coded</source>
        <translation>Eerst gecodeerd</translation>
    </message>
    <message>
        <source>Other value</source>
        <translation>Andere waarde</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Percentage</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 %-interval</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Characters or units of codes on which coders differ</source>
        <translation>Tekens of eenheden van codes waarop codeurs verschillen</translation>
    </message>
    <message>
        <source>{name} against the others</source>
        <translation>{name} tegen de anderen</translation>
    </message>
    <message>
        <source>{value}, from {low} to {high}</source>
        <translation>{value}, van {low} tot {high}</translation>
    </message>
    <message>
        <source>One coder</source>
        <translation>Eén codeur</translation>
    </message>
    <message>
        <source>{n} more characters than the others on average</source>
        <translation>gemiddeld {n} tekens meer dan de anderen</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Doc.</source>
        <translation>Doc.</translation>
    </message>
    <message>
        <source>P(&lt; {target})</source>
        <translation>P(&lt; {target})</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>{one} against {other}: {n}</source>
        <translation>{one} tegen {other}: {n}</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>geen code</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>Teken</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Woord</translation>
    </message>
    <message>
        <source>Sentence, touched</source>
        <translation>Zin, geraakt</translation>
    </message>
    <message>
        <source>Sentence, half</source>
        <translation>Zin, half</translation>
    </message>
    <message>
        <source>Paragraph, touched</source>
        <translation>Alinea, geraakt</translation>
    </message>
    <message>
        <source>Paragraph, half</source>
        <translation>Alinea, half</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Blz.</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>tekens</translation>
    </message>
    <message>
        <source>words</source>
        <translation>woorden</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>zinnen</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>alinea&apos;s</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>bladzijden</translation>
    </message>
    <message>
        <source>whole documents</source>
        <translation>hele documenten</translation>
    </message>
    <message>
        <source>whole words</source>
        <translation>hele woorden</translation>
    </message>
    <message>
        <source>whole sentences</source>
        <translation>hele zinnen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>leave out documents</source>
        <translation>documenten weglaten</translation>
    </message>
    <message>
        <source>draw documents</source>
        <translation>documenten loten</translation>
    </message>
    <message>
        <source>leave out pages</source>
        <translation>bladzijden weglaten</translation>
    </message>
    <message>
        <source>independent units</source>
        <translation>losse eenheden</translation>
    </message>
    <message>
        <source>Interval: jackknife over documents, t distribution</source>
        <translation>Interval: jackknife over documenten, t-verdeling</translation>
    </message>
    <message>
        <source>Interval: bootstrap over documents</source>
        <translation>Interval: bootstrap over documenten</translation>
    </message>
    <message>
        <source>Interval: jackknife over pages, t distribution</source>
        <translation>Interval: jackknife over bladzijden, t-verdeling</translation>
    </message>
    <message>
        <source>Interval: analytic, units taken for independent</source>
        <translation>Interval: analytisch, eenheden als onafhankelijk genomen</translation>
    </message>
    <message>
        <source>training</source>
        <translation>oefening</translation>
    </message>
    <message>
        <source>independent</source>
        <translation>onafhankelijk</translation>
    </message>
    <message>
        <source>after discussion</source>
        <translation>na bespreking</translation>
    </message>
    <message>
        <source>recoding</source>
        <translation>hercodering</translation>
    </message>
    <message>
        <source>consensus</source>
        <translation>consensus</translation>
    </message>
    <message>
        <source>Shared codings</source>
        <translation>Gedeelde coderingen</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>Facet</translation>
    </message>
    <message>
        <source>Judged by two</source>
        <translation>Door twee beoordeeld</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>{share} % of the marked text not marked by all</source>
        <translation>{share} % van de gemarkeerde tekst niet door allen</translation>
    </message>
    <message>
        <source>Where the coders marked, per document</source>
        <translation>Waar de codeurs markeerden, per document</translation>
    </message>
    <message>
        <source>{share} not by all</source>
        <translation>{share} niet door allen</translation>
    </message>
</context>
<context>
    <name>analysis</name>
    <message>
        <source>not read</source>
        <translation>niet gelezen</translation>
    </message>
    <message>
        <source>read, not there</source>
        <translation>gelezen, komt niet voor</translation>
    </message>
    <message>
        <source>{value}, not marked as read</source>
        <translation>{value}, niet als gelezen gemarkeerd</translation>
    </message>
    <message>
        <source>{value}, by too few coders</source>
        <translation>{value}, door te weinig codeurs</translation>
    </message>
    <message>
        <source>there</source>
        <translation>komt voor</translation>
    </message>
    <message>
        <source>All waves</source>
        <translation>Alle golven</translation>
    </message>
    <message>
        <source>Any coder</source>
        <translation>Elke codeur</translation>
    </message>
    <message>
        <source>At least {k} coders</source>
        <translation>Minstens {k} codeurs</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>Consensus</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Fragmenten</translation>
    </message>
    <message>
        <source>There or not</source>
        <translation>Komt voor of niet</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Share of the words, %</source>
        <translation>Aandeel van de woorden, %</translation>
    </message>
    <message>
        <source>Per 1,000 words</source>
        <translation>Per 1.000 woorden</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Codes, level {level}</source>
        <translation>Codes, niveau {level}</translation>
    </message>
    <message>
        <source>Search for “{words}”</source>
        <translation>Zoekopdracht “{words}”</translation>
    </message>
    <message>
        <source>Read by {coder} on {day}; nothing coded.</source>
        <translation>Gelezen door {coder} op {day}; niets gecodeerd.</translation>
    </message>
    <message>
        <source>Judged as not mentioned on {day}.</source>
        <translation>Beoordeeld als niet genoemd op {day}.</translation>
    </message>
    <message>
        <source>0 hits in {n} documents; kept by {coder} on {day}.</source>
        <translation>0 treffers in {n} documenten; bewaard door {coder} op {day}.</translation>
    </message>
    <message>
        <source>Area of the page</source>
        <translation>Gebied op de bladzijde</translation>
    </message>
    <message>
        <source>link</source>
        <translation>koppeling</translation>
    </message>
    <message>
        <source>tension</source>
        <translation>spanning</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>voorwaarde</translation>
    </message>
    <message>
        <source>{n} hits</source>
        <translation>{n} treffers</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>komt niet voor</translation>
    </message>
    <message>
        <source>coded, not marked as read</source>
        <translation>gecodeerd, niet als gelezen gemarkeerd</translation>
    </message>
    <message>
        <source>coded by too few</source>
        <translation>door te weinig codeurs gecodeerd</translation>
    </message>
    <message>
        <source>outside the corpus</source>
        <translation>buiten het corpus</translation>
    </message>
    <message>
        <source>Who has it (all of these)</source>
        <translation>Wie heeft het (al deze)</translation>
    </message>
    <message>
        <source>Who has any of these</source>
        <translation>Wie heeft een van deze</translation>
    </message>
    <message>
        <source>Who lacks it (none of these)</source>
        <translation>Wie mist het (geen van deze)</translation>
    </message>
    <message>
        <source>What is only here</source>
        <translation>Wat alleen hier staat</translation>
    </message>
    <message>
        <source>What is rare</source>
        <translation>Wat zeldzaam is</translation>
    </message>
    <message>
        <source>Compare groups</source>
        <translation>Groepen vergelijken</translation>
    </message>
    <message>
        <source>By value of a facet</source>
        <translation>Per waarde van een facet</translation>
    </message>
    <message>
        <source>Compare two waves</source>
        <translation>Twee golven vergelijken</translation>
    </message>
    <message>
        <source>All that one document says</source>
        <translation>Alles wat één document zegt</translation>
    </message>
    <message>
        <source>Two codes together</source>
        <translation>Twee codes samen</translation>
    </message>
    <message>
        <source>How much room</source>
        <translation>Hoeveel ruimte</translation>
    </message>
    <message>
        <source>Words of the text</source>
        <translation>Woorden van de tekst</translation>
    </message>
    <message>
        <source>in the same place</source>
        <translation>op dezelfde plaats</translation>
    </message>
    <message>
        <source>overlapping</source>
        <translation>overlappend</translation>
    </message>
    <message>
        <source>in the same sentence</source>
        <translation>in dezelfde zin</translation>
    </message>
    <message>
        <source>in the same paragraph</source>
        <translation>in dezelfde alinea</translation>
    </message>
    <message>
        <source>within so many words</source>
        <translation>binnen zoveel woorden</translation>
    </message>
    <message>
        <source>in the same section</source>
        <translation>in hetzelfde hoofdstuk</translation>
    </message>
    <message>
        <source>in the same document</source>
        <translation>in hetzelfde document</translation>
    </message>
    <message>
        <source>with a link laid</source>
        <translation>met een koppeling gelegd</translation>
    </message>
    <message>
        <source>with a tension laid</source>
        <translation>met een spanning gelegd</translation>
    </message>
    <message>
        <source>with a condition laid</source>
        <translation>met een voorwaarde gelegd</translation>
    </message>
    <message>
        <source>{one} and {other}: {n} of {of} documents, {pairs} pairs of codings</source>
        <translation>{one} en {other}: {n} van {of} documenten, {pairs} paren van coderingen</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>First work of the day</source>
        <translation>Eerste werk van de dag</translation>
    </message>
    <message>
        <source>Before a merge</source>
        <translation>Voor een samenvoeging</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>Voor een import</translation>
    </message>
    <message>
        <source>Before a new file format</source>
        <translation>Voor een nieuwe bestandsindeling</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Timeline of target years</source>
        <translation>Tijdlijn van doeljaren</translation>
    </message>
    <message>
        <source>Strip plot</source>
        <translation>Puntenstrook</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Warmtekaart</translation>
    </message>
    <message>
        <source>Bars: documents by code</source>
        <translation>Balken: documenten per code</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portret</translation>
    </message>
    <message>
        <source>{code}: documents</source>
        <translation>{code}: documenten</translation>
    </message>
    <message>
        <source>{what} by {grouping}</source>
        <translation>{what} per {grouping}</translation>
    </message>
</context>
<context>
    <name>code_links</name>
    <message>
        <source>is the same as</source>
        <translation>is hetzelfde als</translation>
    </message>
    <message>
        <source>became a part of</source>
        <translation>werd deel van</translation>
    </message>
    <message>
        <source>was split into</source>
        <translation>werd gesplitst in</translation>
    </message>
</context>
<context>
    <name>code_table</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Words that are coded</source>
        <translation>Woorden die gecodeerd zijn</translation>
    </message>
    <message>
        <source>First character</source>
        <translation>Eerste teken</translation>
    </message>
    <message>
        <source>End, after the last character</source>
        <translation>Einde, na het laatste teken</translation>
    </message>
    <message>
        <source>Which time the words stand there</source>
        <translation>De hoeveelste keer dat de woorden er staan</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Leave this column out</source>
        <translation>Deze kolom weglaten</translation>
    </message>
    <message>
        <source>Not imported: {why}</source>
        <translation>Niet geïmporteerd: {why}</translation>
    </message>
    <message>
        <source>The words stand there more than once; the first is taken</source>
        <translation>De woorden staan er vaker; de eerste keer geldt</translation>
    </message>
    <message>
        <source>The words stand there</source>
        <translation>De woorden staan er</translation>
    </message>
    <message>
        <source>The words stand there, set in another way</source>
        <translation>De woorden staan er, anders gezet</translation>
    </message>
    <message>
        <source>Placed by its numbers</source>
        <translation>Geplaatst op de getallen</translation>
    </message>
    <message>
        <source>Is here already</source>
        <translation>Is er al</translation>
    </message>
    <message>
        <source>{n} of {total} lines become codings.</source>
        <translation>{n} van {total} regels worden coderingen.</translation>
    </message>
    <message>
        <source>Here already: {n}.</source>
        <translation>Er al: {n}.</translation>
    </message>
    <message>
        <source>Without a place: {n}.</source>
        <translation>Zonder plaats: {n}.</translation>
    </message>
    <message>
        <source>New coders: {names}.</source>
        <translation>Nieuwe codeurs: {names}.</translation>
    </message>
    <message>
        <source>New codes: {n}.</source>
        <translation>Nieuwe codes: {n}.</translation>
    </message>
    <message>
        <source>Shown are {n} lines.</source>
        <translation>Getoond worden {n} regels.</translation>
    </message>
</context>
<context>
    <name>code_tree</name>
    <message>
        <source>not in use in this round</source>
        <translation>niet in gebruik in deze ronde</translation>
    </message>
    <message>
        <source>with the codes below: {n} passages</source>
        <translation>met de codes eronder: {n} passages</translation>
    </message>
</context>
<context>
    <name>codings</name>
    <message>
        <source>{group}, folded</source>
        <translation>{group}, ingeklapt</translation>
    </message>
    <message>
        <source>[area]</source>
        <translation>[gebied]</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Blz.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Fragment</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Not in the codebook any more</source>
        <translation>Niet meer in het codeboek</translation>
    </message>
    <message>
        <source>This coding is by {coder}.</source>
        <translation>Deze codering is van {coder}.</translation>
    </message>
    <message>
        <source>Memo: {words}</source>
        <translation>Memo: {words}</translation>
    </message>
    <message>
        <source>Came with {name}, {moment}</source>
        <translation>Binnengekomen met {name}, {moment}</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Open a project first</source>
        <translation>Open eerst een project</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Er is niets ongedaan te maken</translation>
    </message>
    <message>
        <source>Nothing was undone</source>
        <translation>Er is niets ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Not in a file for blind coding</source>
        <translation>Niet in een bestand om blind te coderen</translation>
    </message>
    <message>
        <source>Not possible at this place</source>
        <translation>Niet mogelijk op deze plaats</translation>
    </message>
</context>
<context>
    <name>corpus</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere namen</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Golf</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>In the corpus</source>
        <translation>In het corpus</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>out</source>
        <translation>eruit</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>onbeslist</translation>
    </message>
    <message>
        <source>in the corpus</source>
        <translation>in het corpus</translation>
    </message>
    <message>
        <source>out of the corpus</source>
        <translation>buiten het corpus</translation>
    </message>
    <message>
        <source>not decided whether it is in the corpus</source>
        <translation>nog niet beslist of het bij het corpus hoort</translation>
    </message>
    <message>
        <source>no document</source>
        <translation>geen document</translation>
    </message>
    <message>
        <source>Reason without document</source>
        <translation>Reden zonder document</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>number</source>
        <translation>getal</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja of nee</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} andere</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>{done} of {total} themes read</source>
        <translation>{done} van {total} thema&apos;s gelezen</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something unexpected happened. The details say where.</source>
        <translation>Er gebeurde iets onverwachts. De details zeggen waar.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; stands here twice.</source>
        <translation>&quot;{name}&quot; staat hier twee keer.</translation>
    </message>
    <message>
        <source>A boundary parts two codes. Choose another one.</source>
        <translation>Een grens scheidt twee codes. Kies een andere code.</translation>
    </message>
    <message>
        <source>A cell could not be written (code {code}). Export as csv.</source>
        <translation>Een cel kon niet worden geschreven (code {code}). Exporteer als csv.</translation>
    </message>
    <message>
        <source>A code has no name; it is called {name}.</source>
        <translation>Een code heeft geen naam; die heet nu {name}.</translation>
    </message>
    <message>
        <source>A code needs a name. Type one.</source>
        <translation>Een code heeft een naam nodig. Typ er een.</translation>
    </message>
    <message>
        <source>A coder needs a name. Type one.</source>
        <translation>Een codeur heeft een naam nodig. Typ er een.</translation>
    </message>
    <message>
        <source>A coder put several codes on one stretch. Compare code by code, or choose codes that exclude each other.</source>
        <translation>Een codeur gaf één stuk tekst meer codes. Vergelijk code voor code, of kies codes die elkaar uitsluiten.</translation>
    </message>
    <message>
        <source>A document needs a title. Type one.</source>
        <translation>Een document heeft een titel nodig. Typ er een.</translation>
    </message>
    <message>
        <source>A facet has the unknown kind {kind}. Use a newer program.</source>
        <translation>Een facet heeft de onbekende soort {kind}. Gebruik een nieuwer programma.</translation>
    </message>
    <message>
        <source>A facet needs a name. Give it one.</source>
        <translation>Een facet heeft een naam nodig. Geef er een.</translation>
    </message>
    <message>
        <source>A heading needs words. Type some, or remove the heading.</source>
        <translation>Een kopje heeft woorden nodig. Typ ze, of verwijder het kopje.</translation>
    </message>
    <message>
        <source>A memo needs words. Type some, or remove the memo.</source>
        <translation>Een memo heeft woorden nodig. Typ ze, of verwijder de memo.</translation>
    </message>
    <message>
        <source>A number needs a value. Give one.</source>
        <translation>Een getal heeft een waarde nodig. Geef er een.</translation>
    </message>
    <message>
        <source>A passage given as evidence is not in this document any more. Choose another.</source>
        <translation>Een fragment dat als bewijs is gegeven, staat niet meer in dit document. Kies een ander.</translation>
    </message>
    <message>
        <source>A search has at most {n} characters. Make it shorter.</source>
        <translation>Een zoekopdracht heeft hoogstens {n} tekens. Maak die korter.</translation>
    </message>
    <message>
        <source>A split needs at least two new codes. Name another.</source>
        <translation>Splitsen vraagt minstens twee nieuwe codes. Noem er nog een.</translation>
    </message>
    <message>
        <source>A table holds codes only: {facets} facets and {registers} registers stayed behind.</source>
        <translation>Een tabel bevat alleen codes: {facets} facetten en {registers} registers bleven achter.</translation>
    </message>
    <message>
        <source>Agreement needs the work of two coders; this round has {n}. Merge another coder&apos;s file first.</source>
        <translation>Overeenstemming vraagt het werk van twee codeurs; in deze ronde is dat {n}. Voeg eerst het bestand van een andere codeur samen.</translation>
    </message>
    <message>
        <source>An interval needs at least two documents that hold data.</source>
        <translation>Een interval vraagt ten minste twee documenten met gegevens.</translation>
    </message>
    <message>
        <source>An interval needs at least two units.</source>
        <translation>Een interval vraagt ten minste twee eenheden.</translation>
    </message>
    <message>
        <source>Another coding is primary at that place. Press P on it first.</source>
        <translation>Op die plaats is een andere codering primair. Druk daar eerst op P.</translation>
    </message>
    <message>
        <source>Another program is writing to {name} just now. Try again in a moment.</source>
        <translation>Een ander programma schrijft nu naar {name}. Probeer het zo nog eens.</translation>
    </message>
    <message>
        <source>Another program opened this project just now. Try again in a moment.</source>
        <translation>Een ander programma opende dit project zojuist. Probeer het zo nog eens.</translation>
    </message>
    <message>
        <source>At least one pair of coders has no kappa of its own, so there is no mean.</source>
        <translation>Ten minste één paar codeurs heeft zelf geen kappa, dus er is geen gemiddelde.</translation>
    </message>
    <message>
        <source>Cases have no attribute {name}. See `qualcode groups list` for those they have.</source>
        <translation>Casussen hebben geen kenmerk {name}. Zie `qualcode groups list` voor welke er zijn.</translation>
    </message>
    <message>
        <source>Chance samples show no disorder, so there is nothing to compare with.</source>
        <translation>Toevalssteekproeven tonen geen wanorde, dus er valt niets mee te vergelijken.</translation>
    </message>
    <message>
        <source>Codes of this codebook are in use. Remove their codings and verdicts first.</source>
        <translation>Codes van dit codeboek zijn in gebruik. Verwijder eerst hun coderingen en oordelen.</translation>
    </message>
    <message>
        <source>Codings have values of this facet. Clear them first.</source>
        <translation>Coderingen hebben waarden van dit facet. Wis die eerst.</translation>
    </message>
    <message>
        <source>Codings use the code {key} by now. Recode them before you undo this.</source>
        <translation>Er zijn inmiddels coderingen met de code {key}. Hercodeer die voordat u dit ongedaan maakt.</translation>
    </message>
    <message>
        <source>Documents were read with this version, or a round is coded with it, so it stays. Make a new version instead.</source>
        <translation>Met deze versie zijn documenten gelezen of wordt een ronde gecodeerd, dus zij blijft staan. Maak een nieuwe versie.</translation>
    </message>
    <message>
        <source>Everybody marked everything, so nothing is left to agree on leaving out.</source>
        <translation>Iedereen markeerde alles, dus er blijft niets over om eensgezind weg te laten.</translation>
    </message>
    <message>
        <source>Everybody marked everything, so there is no unmarked text to compare with.</source>
        <translation>Iedereen markeerde alles, dus er is geen ongemarkeerde tekst om mee te vergelijken.</translation>
    </message>
    <message>
        <source>Everybody marked everything.</source>
        <translation>Iedereen markeerde alles.</translation>
    </message>
    <message>
        <source>Everybody used one and the same category throughout, so agreement cannot be told from chance.</source>
        <translation>Iedereen gebruikte steeds dezelfde categorie, dus overeenstemming is niet van toeval te onderscheiden.</translation>
    </message>
    <message>
        <source>Fewer than five spans in all: too rare to judge.</source>
        <translation>Minder dan vijf coderingen in totaal: te zeldzaam om te beoordelen.</translation>
    </message>
    <message>
        <source>No colour has a code yet. Choose a code for at least one.</source>
        <translation>Nog geen kleur heeft een code. Kies er voor minstens één een code.</translation>
    </message>
    <message>
        <source>No headings were found: all text is set in one type. Select a heading and add it.</source>
        <translation>Er zijn geen kopjes gevonden: alle tekst is in één letter gezet. Selecteer een kopje en voeg het toe.</translation>
    </message>
    <message>
        <source>No stretch was marked by two coders.</source>
        <translation>Geen enkel stuk is door twee codeurs gemarkeerd.</translation>
    </message>
    <message>
        <source>No text lies between {start} and {end}. Select at least one character.</source>
        <translation>Tussen {start} en {end} ligt geen tekst. Selecteer ten minste één teken.</translation>
    </message>
    <message>
        <source>No words were found on these pages of {title}. Code areas on them.</source>
        <translation>Op deze bladzijden van {title} zijn geen woorden gevonden. Codeer er gebieden op.</translation>
    </message>
    <message>
        <source>Nobody has marked a document as read, so it is unknown whether a missing coding means disagreement. Mark documents as read, or count all as read (--all-read).</source>
        <translation>Niemand heeft een document als gelezen gemarkeerd, dus onbekend is of een ontbrekende codering verschil betekent. Markeer documenten als gelezen, of tel alles als gelezen (--all-read).</translation>
    </message>
    <message>
        <source>Nobody marked anything.</source>
        <translation>Niemand markeerde iets.</translation>
    </message>
    <message>
        <source>Nobody set a boundary.</source>
        <translation>Niemand zette een grens.</translation>
    </message>
    <message>
        <source>Nobody used this code here.</source>
        <translation>Niemand gebruikte deze code hier.</translation>
    </message>
    <message>
        <source>Not every unit was judged by the same number of coders.</source>
        <translation>Niet elke eenheid is door evenveel codeurs beoordeeld.</translation>
    </message>
    <message>
        <source>Not mentioned needs {theme} to be read: mark this theme as read in the document.</source>
        <translation>Niet genoemd kan pas als {theme} is gelezen: zet dit thema in het document op gelezen.</translation>
    </message>
    <message>
        <source>Nothing was judged by two coders, so there is nothing to compare.</source>
        <translation>Niets is door twee codeurs beoordeeld, dus er valt niets te vergelijken.</translation>
    </message>
    <message>
        <source>Only one character was judged, too few to tell chance.</source>
        <translation>Er is maar één teken beoordeeld, te weinig om toeval te schatten.</translation>
    </message>
    <message>
        <source>Only one coder used this code.</source>
        <translation>Slechts één codeur gebruikte deze code.</translation>
    </message>
    <message>
        <source>Page {page} of {name} took longer than {seconds} seconds to read, so nothing was imported. Print the file to a new PDF and import that.</source>
        <translation>Bladzijde {page} van {name} lezen duurde langer dan {seconds} seconden, dus er is niets toegevoegd. Druk het bestand af naar een nieuwe pdf en voeg die toe.</translation>
    </message>
    <message>
        <source>Reading {name} gave no sensible answer, so nothing was imported. Open the file in a PDF program, print it to a new PDF and import that.</source>
        <translation>{name} lezen gaf geen zinnig antwoord, dus er is niets toegevoegd. Open het bestand in een pdf-programma, druk het af naar een nieuwe pdf en voeg die toe.</translation>
    </message>
    <message>
        <source>Reading {name} made the PDF reader crash, so nothing was imported. Open the file in a PDF program, print it to a new PDF and import that.</source>
        <translation>Op {name} liep de pdf-lezer vast, dus er is niets toegevoegd. Open het bestand in een pdf-programma, druk het af naar een nieuwe pdf en voeg die toe.</translation>
    </message>
    <message>
        <source>Some documents are left out because a coder has not finished them.</source>
        <translation>Sommige documenten tellen niet mee omdat een codeur ze niet af heeft.</translation>
    </message>
    <message>
        <source>The area on the page has no size. Drag a larger rectangle.</source>
        <translation>Het gebied op de bladzijde heeft geen omvang. Sleep een grotere rechthoek.</translation>
    </message>
    <message>
        <source>The caret is not inside this coding. Press C and put it there first.</source>
        <translation>De cursor staat niet in deze codering. Druk op C en zet hem daar eerst.</translation>
    </message>
    <message>
        <source>The categories are not numbers.</source>
        <translation>De categorieën zijn geen getallen.</translation>
    </message>
    <message>
        <source>The categories have no order.</source>
        <translation>De categorieën hebben geen volgorde.</translation>
    </message>
    <message>
        <source>The coders made no decision.</source>
        <translation>De codeurs namen geen beslissing.</translation>
    </message>
    <message>
        <source>The copy {name} cannot be made ({reason}). Make room or choose another folder.</source>
        <translation>De kopie {name} kan niet worden gemaakt ({reason}). Maak ruimte of kies een andere map.</translation>
    </message>
    <message>
        <source>The disk is full. What you did before is kept; make room and go on.</source>
        <translation>De schijf is vol. Wat u eerder deed, is bewaard; maak ruimte en ga verder.</translation>
    </message>
    <message>
        <source>The file was damaged and has been repaired: check that it is complete.</source>
        <translation>Het bestand was beschadigd en is hersteld: controleer of het volledig is.</translation>
    </message>
    <message>
        <source>No text on {n} of {m} pages. If they are scans, open the document and choose Document, Read scanned pages (OCR).</source>
        <translation>Geen tekst op {n} van {m} bladzijden. Zijn het scans, open het document dan en kies Document, Gescande bladzijden lezen (OCR).</translation>
    </message>
    <message>
        <source>A case needs a name. Type one.</source>
        <translation>Een casus heeft een naam nodig. Typ er een.</translation>
    </message>
    <message>
        <source>A choice needs at least two different options. Add another.</source>
        <translation>Een keuze vraagt ten minste twee verschillende waarden. Voeg er nog een toe.</translation>
    </message>
    <message>
        <source>A code cannot become itself. Choose two codes.</source>
        <translation>Een code kan niet zichzelf worden. Kies twee codes.</translation>
    </message>
    <message>
        <source>A codebook cannot be written as {file}. Let the name end in {kinds}.</source>
        <translation>Een codeboek kan niet als {file} worden geschreven. Laat de naam eindigen op {kinds}.</translation>
    </message>
    <message>
        <source>A decision says one thing. Give one of --take CODER, --both, --none and --discuss WORDS.</source>
        <translation>Een beslissing zegt één ding. Geef één van --take CODEUR, --both, --none en --discuss WOORDEN.</translation>
    </message>
    <message>
        <source>A document out of the corpus needs a reason, which the method section tells. Type one.</source>
        <translation>Een document buiten het corpus heeft een reden nodig; die komt in de verantwoording. Typ er een.</translation>
    </message>
    <message>
        <source>A finding needs a sentence. Type one.</source>
        <translation>Een bevinding heeft een zin nodig. Typ er een.</translation>
    </message>
    <message>
        <source>A line of the note {name} is not understood.</source>
        <translation>Een regel van de notitie {name} is niet te begrijpen.</translation>
    </message>
    <message>
        <source>A passage of {title} is evidence for a verdict on another document. Untick it there first.</source>
        <translation>Een fragment van {title} is bewijs voor een oordeel over een ander document. Haal daar eerst het vinkje weg.</translation>
    </message>
    <message>
        <source>A passage of {title} is picked for the finding “{finding}”. Take it out there first.</source>
        <translation>Een fragment van {title} is gekozen bij de bevinding “{finding}”. Haal het daar eerst weg.</translation>
    </message>
    <message>
        <source>A portrait is of one document and {n} are named. Name one with --in.</source>
        <translation>Een portret is van één document en er zijn er {n} genoemd. Noem er een met --in.</translation>
    </message>
    <message>
        <source>A relation joins two codings. Choose another one.</source>
        <translation>Een relatie verbindt twee coderingen. Kies een andere.</translation>
    </message>
    <message>
        <source>A round needs codes. Choose at least one.</source>
        <translation>Een ronde heeft codes nodig. Kies er minstens één.</translation>
    </message>
    <message>
        <source>A sentence is for one finding. Name its number.</source>
        <translation>Een zin hoort bij één bevinding. Noem haar nummer.</translation>
    </message>
    <message>
        <source>A task needs documents. Choose at least one.</source>
        <translation>Een taak heeft documenten nodig. Kies er minstens een.</translation>
    </message>
    <message>
        <source>A title is needed. Type one.</source>
        <translation>Er is een titel nodig. Typ er een.</translation>
    </message>
    <message>
        <source>A version needs a reason, so that everybody knows what changed. Say in one line why it is made.</source>
        <translation>Een versie heeft een reden nodig, zodat iedereen weet wat er veranderde. Zeg in één regel waarom zij wordt gemaakt.</translation>
    </message>
    <message>
        <source>Adjudication needs the work of two coders; this round has {n}. Merge another coder&apos;s file first.</source>
        <translation>Beslissen vraagt het werk van twee codeurs; deze ronde heeft er {n}. Voeg eerst het bestand van een andere codeur samen.</translation>
    </message>
    <message>
        <source>All pages of {title} have text already, so there is nothing to read. Choose a document with scanned pages.</source>
        <translation>Alle bladzijden van {title} hebben al tekst, dus er valt niets te lezen. Kies een document met gescande bladzijden.</translation>
    </message>
    <message>
        <source>At least {k} coders are asked for and this project has {n}. Ask for fewer.</source>
        <translation>Er wordt om minstens {k} codeurs gevraagd en dit project heeft er {n}. Vraag om minder.</translation>
    </message>
    <message>
        <source>Cases name {n} passages or codes; a case has documents here.</source>
        <translation>Casussen noemen {n} passages of codes; een casus heeft hier documenten.</translation>
    </message>
    <message>
        <source>Characters beside each other are no independent units, so their interval would be far too narrow. Choose words, sentences, paragraphs, pages or documents as units.</source>
        <translation>Tekens naast elkaar zijn geen onafhankelijke eenheden, dus hun interval zou veel te smal zijn. Kies woorden, zinnen, alinea’s, bladzijden of documenten als eenheid.</translation>
    </message>
    <message>
        <source>Computing this again without each document would take too long.</source>
        <translation>Dit zonder elk document opnieuw berekenen duurt te lang.</translation>
    </message>
    <message>
        <source>Each document cannot be coded by {n} of {total} coders. Choose another number.</source>
        <translation>Een document kan niet door {n} van {total} codeurs worden gecodeerd. Kies een ander aantal.</translation>
    </message>
    <message>
        <source>It begins before the text.</source>
        <translation>Ze begint vóór de tekst.</translation>
    </message>
    <message>
        <source>It ends at {end}, before it begins at {start}.</source>
        <translation>Ze eindigt op {end}, voordat ze op {start} begint.</translation>
    </message>
    <message>
        <source>It ends at {end}, but the text has {n} characters.</source>
        <translation>Ze eindigt op {end}, maar de tekst heeft {n} tekens.</translation>
    </message>
    <message>
        <source>It holds white space only.</source>
        <translation>Ze bevat alleen witruimte.</translation>
    </message>
    <message>
        <source>It is empty: it begins and ends at {n}.</source>
        <translation>Ze is leeg: ze begint en eindigt op {n}.</translation>
    </message>
    <message>
        <source>It is not written in UTF-8 and was read as Windows text: check the accents.</source>
        <translation>Het is niet in UTF-8 geschreven en is als Windows-tekst gelezen: controleer de accenten.</translation>
    </message>
    <message>
        <source>It is out of the corpus, but no reason is given. Fill one in.</source>
        <translation>Het valt buiten het corpus, maar er staat geen reden bij. Vul er een in.</translation>
    </message>
    <message>
        <source>Its code is not in the file.</source>
        <translation>De code ervan staat niet in het bestand.</translation>
    </message>
    <message>
        <source>Its words stand nowhere in the text of {name}.</source>
        <translation>De woorden ervan staan nergens in de tekst van {name}.</translation>
    </message>
    <message>
        <source>Line {first} tells of {title} already. Choose the document of each line.</source>
        <translation>Regel {first} gaat al over {title}. Kies het document van elke regel.</translation>
    </message>
    <message>
        <source>Mind: text that nobody marked counts as agreement, so this says most about how long the documents are.</source>
        <translation>Let op: tekst die niemand markeerde telt als overeenstemming; dit zegt vooral hoe lang de documenten zijn.</translation>
    </message>
    <message>
        <source>No backup of {name} could be made ({reason}), so nothing was changed. Make room in the folder of backups, or choose another folder for them, and try again.</source>
        <translation>Van {name} kon geen reservekopie worden gemaakt ({reason}); er is niets veranderd. Maak ruimte in de map met reservekopieën of kies er een andere map voor, en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>No coder linked evidence that this verdict could rest on. Choose another one.</source>
        <translation>Geen codeur koppelde bewijs waarop dit oordeel kan rusten. Kies een ander.</translation>
    </message>
    <message>
        <source>No document or case is called {name}. Look at the list of documents.</source>
        <translation>Er is geen document of casus met de naam {name}. Kijk in de lijst van documenten.</translation>
    </message>
    <message>
        <source>No file {name} came in. See `qualcode batches` for what did.</source>
        <translation>Er is geen bestand {name} binnengekomen. Zie `qualcode batches` voor wat er wel binnenkwam.</translation>
    </message>
    <message>
        <source>Not in the file: {name}</source>
        <translation>Niet in het bestand: {name}</translation>
    </message>
    <message>
        <source>Nothing says where the code goes, or two things do. Give --quote, or --start and --end, or --area.</source>
        <translation>Niets zegt waar de code moet komen, of twee dingen zeggen het. Geef --quote, of --start en --end, of --area.</translation>
    </message>
    <message>
        <source>Nothing was settled in consensus yet. Settle differences first, or count coders.</source>
        <translation>Er is nog niets in consensus beslist. Beslis eerst verschillen, of tel codeurs.</translation>
    </message>
    <message>
        <source>One code alone becomes nothing. Name the later code as well.</source>
        <translation>Eén code alleen wordt niets anders. Noem ook de latere code.</translation>
    </message>
    <message>
        <source>One of these places has that code already. Choose another code.</source>
        <translation>Een van deze plaatsen heeft die code al. Kies een andere code.</translation>
    </message>
    <message>
        <source>Only alpha has a bootstrap over documents. Leave documents out in turn instead.</source>
        <translation>Alleen alfa heeft een bootstrap over documenten. Laat in plaats daarvan om de beurt documenten weg.</translation>
    </message>
    <message>
        <source>Only codes of one codebook can be merged. Choose another.</source>
        <translation>Alleen codes van één codeboek kunnen worden samengevoegd. Kies een andere.</translation>
    </message>
    <message>
        <source>Page {n} has no such area; the document has {pages} pages.</source>
        <translation>Bladzijde {n} heeft zo’n gebied niet; het document heeft {pages} bladzijden.</translation>
    </message>
    <message>
        <source>Passages that came in with this are evidence for {keys} in the register. Untick them there first.</source>
        <translation>Fragmenten die hiermee binnenkwamen, zijn bewijs voor {keys} in het register. Vink ze daar eerst uit.</translation>
    </message>
    <message>
        <source>QualCode&apos;s own fields cannot be read: {reason}</source>
        <translation>De eigen velden van QualCode zijn niet te lezen: {reason}</translation>
    </message>
    <message>
        <source>ReCal and KALPHA compare units, and this file holds spans. Give one line per unit and one column per coder.</source>
        <translation>ReCal en KALPHA vergelijken eenheden en dit bestand bevat fragmenten. Geef één regel per eenheid en één kolom per codeur.</translation>
    </message>
    <message>
        <source>Reading scanned pages needs the free program Tesseract with its Dutch and English data, tesseract-ocr and tesseract-ocr-nld: install them and try again. Areas of the pages can be coded without it.</source>
        <translation>Gescande bladzijden lezen vraagt het gratis programma Tesseract met Nederlandse en Engelse gegevens, tesseract-ocr en tesseract-ocr-nld: installeer ze en probeer het opnieuw. Gebieden op de bladzijden zijn ook zonder te coderen.</translation>
    </message>
    <message>
        <source>Rows that would be put back need others that were removed since. Undo that first.</source>
        <translation>Rijen die teruggezet zouden worden, hebben andere nodig die sindsdien zijn verwijderd. Maak dat eerst ongedaan.</translation>
    </message>
    <message>
        <source>See {command}.</source>
        <translation>Zie {command}.</translation>
    </message>
    <message>
        <source>Sets name {n} notes; a group has documents here.</source>
        <translation>Verzamelingen noemen {n} notities; een groep heeft hier documenten.</translation>
    </message>
    <message>
        <source>Several codes are called {name}. Use their keys instead.</source>
        <translation>Meer codes heten {name}. Gebruik hun sleutels.</translation>
    </message>
    <message>
        <source>Somebody else opened {name} while this computer slept or was away. What you did before is kept; close the project and open it again to go on.</source>
        <translation>Iemand anders heeft {name} geopend terwijl deze computer sliep of weg was. Wat u eerder deed is bewaard; sluit het project en open het opnieuw om verder te gaan.</translation>
    </message>
    <message>
        <source>Stopped; what was finished before stays.</source>
        <translation>Gestopt; wat eerder klaar was, blijft.</translation>
    </message>
    <message>
        <source>That coder has put the same code on “{quote}” already. Remove one of the two first.</source>
        <translation>Die codeur heeft dezelfde code al op “{quote}” gezet. Verwijder eerst een van de twee.</translation>
    </message>
    <message>
        <source>The backup cannot be restored as {name} ({reason}). Make room or choose another folder.</source>
        <translation>De reservekopie kan niet worden teruggezet als {name} ({reason}). Maak ruimte of kies een andere map.</translation>
    </message>
    <message>
        <source>The code is on the whole document, not on a passage.</source>
        <translation>De code staat op het hele document, niet op een passage.</translation>
    </message>
    <message>
        <source>The code {name} has no sound guid; it got one.</source>
        <translation>De code {name} heeft geen goede guid; die is toegevoegd.</translation>
    </message>
    <message>
        <source>The code {name} repeats the guid of another and was left out.</source>
        <translation>De code {name} herhaalt de guid van een andere en is weggelaten.</translation>
    </message>
    <message>
        <source>The code {name} was renamed elsewhere.</source>
        <translation>De code {name} is elders hernoemd.</translation>
    </message>
    <message>
        <source>The description of the set {name} was left out.</source>
        <translation>De beschrijving van de set {name} is weggelaten.</translation>
    </message>
    <message>
        <source>The description of {name} was changed elsewhere.</source>
        <translation>De beschrijving van {name} is elders gewijzigd.</translation>
    </message>
    <message>
        <source>The descriptions of {n} cases have no place here.</source>
        <translation>De beschrijvingen van {n} casussen hebben hier geen plaats.</translation>
    </message>
    <message>
        <source>The facets of {n} codings are in notes on them.</source>
        <translation>De facetten van {n} coderingen staan in notities daarbij.</translation>
    </message>
    <message>
        <source>The file names the standard {name}; it was read as version 1.0.</source>
        <translation>Het bestand noemt de standaard {name}; het is gelezen als versie 1.0.</translation>
    </message>
    <message>
        <source>The file {name} cannot be made ({reason}). Make room or choose another folder.</source>
        <translation>Het bestand {name} kan niet worden gemaakt ({reason}). Maak ruimte of kies een andere map.</translation>
    </message>
    <message>
        <source>The files contradict each other: a row that one of them needs was removed in another, or two rows claim one place. Nothing was merged; merge the files one at a time to find it.</source>
        <translation>De bestanden spreken elkaar tegen: een rij die het ene nodig heeft is in het andere verwijderd, of twee rijen vragen dezelfde plaats. Er is niets samengevoegd; voeg de bestanden een voor een samen om te zien waar het zit.</translation>
    </message>
    <message>
        <source>The folder of {name} cannot be written ({reason}). Open it read-only, or copy the project to a folder of your own.</source>
        <translation>In de map van {name} kan niet worden geschreven ({reason}). Open het alleen om te lezen, of kopieer het project naar een eigen map.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({reason}). Choose another.</source>
        <translation>In de map {folder} kan niet worden geschreven ({reason}). Kies een andere.</translation>
    </message>
    <message>
        <source>The highlights of {name} cannot be read. Open the file in a PDF program, print it to a new PDF and import that.</source>
        <translation>De markeringen van {name} zijn niet te lezen. Open het bestand in een pdf-programma, druk het af naar een nieuwe pdf en voeg die toe.</translation>
    </message>
    <message>
        <source>The last day {end} lies before the first day {start}. Turn them round.</source>
        <translation>De laatste dag {end} ligt voor de eerste dag {start}. Draai ze om.</translation>
    </message>
    <message>
        <source>The list of sets is empty, which is not allowed.</source>
        <translation>De lijst van sets is leeg; dat mag niet.</translation>
    </message>
    <message>
        <source>The log of changes, earlier wordings of codes and past imports stay behind.</source>
        <translation>Het logboek van wijzigingen, eerdere bewoordingen van codes en eerdere imports blijven achter.</translation>
    </message>
    <message>
        <source>The model answers are shown after your own work. Mark the document as read first.</source>
        <translation>De voorbeeldantwoorden komen na uw eigen werk. Merk het document eerst als gelezen aan.</translation>
    </message>
    <message>
        <source>The name of the command is missing.</source>
        <translation>De naam van de opdracht ontbreekt.</translation>
    </message>
    <message>
        <source>The name {name} stands here more than once.</source>
        <translation>De naam {name} staat hier meer dan eens.</translation>
    </message>
    <message>
        <source>The neighbour carries a question or a decision. Settle that memo before joining.</source>
        <translation>De buur draagt een vraag of een besluit. Handel die memo af voordat u samenvoegt.</translation>
    </message>
    <message>
        <source>The option {option} has no value.</source>
        <translation>De optie {option} heeft geen waarde.</translation>
    </message>
    <message>
        <source>The option {option} needs a value after it.</source>
        <translation>Achter de optie {option} hoort een waarde.</translation>
    </message>
    <message>
        <source>The option {option} needs {n} values after it.</source>
        <translation>Achter de optie {option} horen {n} waarden.</translation>
    </message>
    <message>
        <source>The percentages must rise from line to line and end with 100. Put them in order.</source>
        <translation>De percentages moeten per regel oplopen en eindigen met 100. Zet ze op volgorde.</translation>
    </message>
    <message>
        <source>The places of the letters on a page are damaged. Restore a backup of the project.</source>
        <translation>De plaatsen van de letters op een bladzijde zijn beschadigd. Zet een reservekopie van het project terug.</translation>
    </message>
    <message>
        <source>The places of the letters on a page were written by a newer QualCode. Update it.</source>
        <translation>De plaatsen van de letters op een bladzijde zijn door een nieuwere QualCode geschreven. Werk het programma bij.</translation>
    </message>
    <message>
        <source>The project changed since the plan was made. Look at the new plan first.</source>
        <translation>Het project is veranderd sinds het plan is gemaakt. Bekijk eerst het nieuwe plan.</translation>
    </message>
    <message>
        <source>The project or a file changed since the plan was made. Look at the new plan first.</source>
        <translation>Het project of een bestand is veranderd sinds het plan is gemaakt. Bekijk eerst het nieuwe plan.</translation>
    </message>
    <message>
        <source>The project {name} cannot be made there ({reason}). Choose another folder.</source>
        <translation>Het project {name} kan daar niet worden gemaakt ({reason}). Kies een andere map.</translation>
    </message>
    <message>
        <source>The range from {low} to {high} runs backwards. Turn it round.</source>
        <translation>Het bereik van {low} tot {high} loopt achteruit. Keer het om.</translation>
    </message>
    <message>
        <source>The rule is empty. Say when which of the two codes is meant.</source>
        <translation>De regel is leeg. Zeg wanneer welke van de twee codes bedoeld is.</translation>
    </message>
    <message>
        <source>The selection holds white space only. Select some text.</source>
        <translation>De selectie bevat alleen witruimte. Selecteer tekst.</translation>
    </message>
    <message>
        <source>The sentences of {title} are not those it was read with, so units cannot be compared. Compare on characters, or add the document again.</source>
        <translation>De zinnen van {title} zijn niet die waarmee het is gelezen, dus eenheden zijn niet te vergelijken. Vergelijk op tekens, of voeg het document opnieuw toe.</translation>
    </message>
    <message>
        <source>The set {name} names a code that is not there.</source>
        <translation>De set {name} noemt een code die er niet is.</translation>
    </message>
    <message>
        <source>The source {name} repeats the guid of another and was left out.</source>
        <translation>De bron {name} herhaalt de guid van een andere en is weggelaten.</translation>
    </message>
    <message>
        <source>The source {tag} is known by its name only.</source>
        <translation>Van de bron {tag} is alleen de naam bekend.</translation>
    </message>
    <message>
        <source>The text of {name} cannot be read: {reason}</source>
        <translation>De tekst van {name} kan niet worden gelezen: {reason}</translation>
    </message>
    <message>
        <source>The text of {name} is damaged in the file.</source>
        <translation>De tekst van {name} is in het bestand beschadigd.</translation>
    </message>
    <message>
        <source>The text of {name} was taken from its word-processor file. Look whether the quotes are right.</source>
        <translation>De tekst van {name} komt uit het bestand van de tekstverwerker. Kijk of de citaten kloppen.</translation>
    </message>
    <message>
        <source>The text of {n} of {m} pages is mostly unreadable characters.</source>
        <translation>De tekst van {n} van {m} bladzijden bestaat vooral uit onleesbare tekens.</translation>
    </message>
    <message>
        <source>The units do not hold sets of labels.</source>
        <translation>De eenheden bevatten geen verzamelingen labels.</translation>
    </message>
    <message>
        <source>The user {name} stands there twice.</source>
        <translation>De gebruiker {name} staat er twee keer.</translation>
    </message>
    <message>
        <source>The verdict “{verdict}” must say what is missing. Write it, or tick the parts that are met.</source>
        <translation>Het oordeel “{verdict}” moet zeggen wat ontbreekt. Schrijf het op, of vink de delen aan die zijn gehaald.</translation>
    </message>
    <message>
        <source>The verdict “{verdict}” needs a logged search for the keywords of {key} in this document. Search first.</source>
        <translation>Het oordeel “{verdict}” vraagt een bewaarde zoekopdracht naar de trefwoorden van {key} in dit document. Zoek eerst.</translation>
    </message>
    <message>
        <source>The verdict “{verdict}” needs all parts: {letters} not ticked. Tick what is met, or choose a lower verdict.</source>
        <translation>Het oordeel “{verdict}” vraagt alle delen: {letters} niet aangevinkt. Vink aan wat is gehaald, of kies een lager oordeel.</translation>
    </message>
    <message>
        <source>The verdict “{verdict}” needs evidence. Tick a passage that supports it, then judge.</source>
        <translation>Het oordeel “{verdict}” vraagt bewijs. Vink een fragment aan dat het steunt en geef dan het oordeel.</translation>
    </message>
    <message>
        <source>The verdict “{verdict}” needs the document to be read for {themes}. Mark this theme as read first.</source>
        <translation>Het oordeel “{verdict}” kan pas als het document is gelezen op {themes}. Zet dit thema eerst op gelezen.</translation>
    </message>
    <message>
        <source>The verdict “{verdict}” needs the number in the document, for {asked}. Fill it in, or choose a lower verdict.</source>
        <translation>Het oordeel “{verdict}” vraagt het getal in het document, voor {asked}. Vul het in, of kies een lager oordeel.</translation>
    </message>
    <message>
        <source>The words {quote} do not stand in {document}. Check the quote.</source>
        <translation>De woorden {quote} staan niet in {document}. Controleer het citaat.</translation>
    </message>
    <message>
        <source>There are too many different sets of codes to compare each with each.</source>
        <translation>Er zijn te veel verschillende verzamelingen codes om alle met elkaar te vergelijken.</translation>
    </message>
    <message>
        <source>There is a code {key} already. Choose another key.</source>
        <translation>Er is al een code {key}. Kies een andere sleutel.</translation>
    </message>
    <message>
        <source>There is a facet {name} already. Choose another name.</source>
        <translation>Er is al een facet {name}. Kies een andere naam.</translation>
    </message>
    <message>
        <source>There is already a coder {name}. Choose another name.</source>
        <translation>Er is al een codeur {name}. Kies een andere naam.</translation>
    </message>
    <message>
        <source>There is already a file {name}. Choose another name.</source>
        <translation>Er is al een bestand {name}. Kies een andere naam.</translation>
    </message>
    <message>
        <source>There is already a system {title}. Choose another title.</source>
        <translation>Er is al een indeling {title}. Kies een andere titel.</translation>
    </message>
    <message>
        <source>There is already a wave {title}. Choose another title.</source>
        <translation>Er is al een golf {title}. Kies een andere titel.</translation>
    </message>
    <message>
        <source>There is no batch {uid}. See `qualcode batches` for those there are.</source>
        <translation>Er is geen partij {uid}. Zie `qualcode batches` voor welke er zijn.</translation>
    </message>
    <message>
        <source>There is no clash {uid} in this plan. See --plan for those there are.</source>
        <translation>Er is geen botsing {uid} in dit plan. Zie --plan voor welke er zijn.</translation>
    </message>
    <message>
        <source>There is no command {command}.</source>
        <translation>De opdracht {command} bestaat niet.</translation>
    </message>
    <message>
        <source>There is no finding {number}. Look the numbers up with claims list.</source>
        <translation>Er is geen bevinding {number}. Zoek de nummers op met claims list.</translation>
    </message>
    <message>
        <source>There is no number like this on any coding. Ask for others.</source>
        <translation>Zo&apos;n getal staat bij geen enkele codering. Vraag naar andere.</translation>
    </message>
    <message>
        <source>There is no one place {place} where coders differ. Look at the list.</source>
        <translation>Er is niet één plaats {place} waar codeurs verschillen. Kijk in de lijst.</translation>
    </message>
    <message>
        <source>There is no option {option}.</source>
        <translation>De optie {option} bestaat niet.</translation>
    </message>
    <message>
        <source>There is no option {option}. Did you mean {near}?</source>
        <translation>De optie {option} bestaat niet. Bedoelt u {near}?</translation>
    </message>
    <message>
        <source>There is no round of recoding with work of this coder yet, so nobody can be compared with himself. Let the coder code some documents again in a round of recoding.</source>
        <translation>Er is nog geen hercodeerronde met werk van deze codeur, dus die is niet met zichzelf te vergelijken. Laat de codeur enkele documenten opnieuw coderen in een hercodeerronde.</translation>
    </message>
    <message>
        <source>There is no row for the code above {name}.</source>
        <translation>Er is geen rij voor de code boven {name}.</translation>
    </message>
    <message>
        <source>There is no version {label}. List the versions first.</source>
        <translation>Er is geen versie {label}. Bekijk eerst de lijst van versies.</translation>
    </message>
    <message>
        <source>These highlights were all taken over before. Choose other codes.</source>
        <translation>Deze markeringen zijn allemaal al overgenomen. Kies andere codes.</translation>
    </message>
    <message>
        <source>These numbers are of {n} things, so they cannot be compared: {names}. Choose one.</source>
        <translation>Deze getallen gaan over {n} zaken en zijn niet te vergelijken: {names}. Kies er een.</translation>
    </message>
    <message>
        <source>These versions are of different codebooks. Choose two of one.</source>
        <translation>Deze versies zijn van verschillende codeboeken. Kies er twee van hetzelfde codeboek.</translation>
    </message>
    <message>
        <source>This chart is about one code and {n} are named. Name one with --code.</source>
        <translation>Deze grafiek gaat over één code en er zijn er {n} genoemd. Noem er een met --code.</translation>
    </message>
    <message>
        <source>This code is not in the codebook any more. Choose another.</source>
        <translation>Deze code staat niet meer in het codeboek. Kies een andere.</translation>
    </message>
    <message>
        <source>This codebook has no codes yet. Add one first.</source>
        <translation>Dit codeboek heeft nog geen codes. Voeg er eerst een toe.</translation>
    </message>
    <message>
        <source>This coder is not in the project any more. Choose another.</source>
        <translation>Deze codeur staat niet meer in het project. Kies een andere.</translation>
    </message>
    <message>
        <source>This coder said nothing here. Choose another one, or “none of these”.</source>
        <translation>Deze codeur zei hier niets. Kies een andere, of ‘geen van deze’.</translation>
    </message>
    <message>
        <source>This coding has a note already. Write on in that one, or choose question or decision.</source>
        <translation>Deze codering heeft al een notitie. Schrijf daarin verder, of kies vraag of besluit.</translation>
    </message>
    <message>
        <source>This coefficient compares exactly two coders.</source>
        <translation>Deze maat vergelijkt precies twee codeurs.</translation>
    </message>
    <message>
        <source>This coefficient does not work on this kind of data.</source>
        <translation>Deze maat werkt niet op dit soort gegevens.</translation>
    </message>
    <message>
        <source>This coefficient has no analytic interval.</source>
        <translation>Deze maat heeft geen analytisch interval.</translation>
    </message>
    <message>
        <source>This coefficient is defined for exactly two categories.</source>
        <translation>Deze maat bestaat alleen voor precies twee categorieën.</translation>
    </message>
    <message>
        <source>This coefficient needs at least two available categories.</source>
        <translation>Deze maat vraagt ten minste twee beschikbare categorieën.</translation>
    </message>
    <message>
        <source>This coefficient needs at least two coders.</source>
        <translation>Deze maat vraagt ten minste twee codeurs.</translation>
    </message>
    <message>
        <source>This expression is not understood: {reason}. Correct it, or search for words.</source>
        <translation>Deze uitdrukking is niet te begrijpen: {reason}. Verbeter die, of zoek op woorden.</translation>
    </message>
    <message>
        <source>This expression takes too long on one document, so the search was stopped. Make it simpler, for instance without one repetition inside another.</source>
        <translation>Deze uitdrukking duurt te lang op één document; het zoeken is gestopt. Maak die eenvoudiger, bijvoorbeeld zonder herhaling in een herhaling.</translation>
    </message>
    <message>
        <source>This facet is not in the codebook any more. Choose another.</source>
        <translation>Dit facet staat niet meer in het codeboek. Kies een ander.</translation>
    </message>
    <message>
        <source>This finding is kept already. See it under Findings.</source>
        <translation>Deze bevinding is al bewaard. Kijk onder Bevindingen.</translation>
    </message>
    <message>
        <source>This grouping is not in the project any more. Choose another.</source>
        <translation>Deze indeling is niet meer in het project. Kies een andere.</translation>
    </message>
    <message>
        <source>This is a kept search. Remove it where searches are kept.</source>
        <translation>Dit is een bewaarde zoekopdracht. Verwijder haar waar zoekopdrachten worden bewaard.</translation>
    </message>
    <message>
        <source>This is no coding file of a task. Merge files instead.</source>
        <translation>Dit is geen codeerbestand van een taak. Voeg bestanden samen.</translation>
    </message>
    <message>
        <source>This is one coder already. Choose two.</source>
        <translation>Dit is al één codeur. Kies er twee.</translation>
    </message>
    <message>
        <source>This passage is evidence for {keys} in the register. Untick it there first.</source>
        <translation>Dit fragment is bewijs voor {keys} in het register. Haal daar eerst het vinkje weg.</translation>
    </message>
    <message>
        <source>This passage is picked for the finding “{finding}”. Take it out there first.</source>
        <translation>Dit fragment is gekozen bij de bevinding “{finding}”. Haal het daar eerst weg.</translation>
    </message>
    <message>
        <source>This password does not open {name}. Check it and try again.</source>
        <translation>Dit wachtwoord opent {name} niet. Controleer het en probeer het nog eens.</translation>
    </message>
    <message>
        <source>This project has no codebook yet. Take one in first.</source>
        <translation>Dit project heeft nog geen codeboek. Lees er eerst een in.</translation>
    </message>
    <message>
        <source>This project has no codebook. Choose one before marking as read.</source>
        <translation>Dit project heeft geen codeboek. Kies er een voordat u als gelezen markeert.</translation>
    </message>
    <message>
        <source>This project has no register {key}. Load it first.</source>
        <translation>Dit project heeft geen register {key}. Laad het eerst.</translation>
    </message>
    <message>
        <source>This project is open read-only. Close it elsewhere and open it again to change it.</source>
        <translation>Dit project is alleen geopend om te lezen. Sluit het elders en open het opnieuw om het te wijzigen.</translation>
    </message>
    <message>
        <source>This question is about a code. Choose one.</source>
        <translation>Deze vraag gaat over een code. Kies er een.</translation>
    </message>
    <message>
        <source>This question is about two codes. Choose two.</source>
        <translation>Deze vraag gaat over twee codes. Kies er twee.</translation>
    </message>
    <message>
        <source>This question needs one thing more: a grouping, a facet, two waves or a document. Choose it.</source>
        <translation>Deze vraag heeft nog iets nodig: een indeling, een facet, twee golven of een document. Kies dat.</translation>
    </message>
    <message>
        <source>This register has verdicts. Take them back first.</source>
        <translation>Bij dit register zijn oordelen gegeven. Neem die eerst terug.</translation>
    </message>
    <message>
        <source>This row has no name and was left out.</source>
        <translation>Deze rij heeft geen naam en is weggelaten.</translation>
    </message>
    <message>
        <source>This update was made for another coder. Ask the lead for yours.</source>
        <translation>Deze bijwerking is voor een andere codeur gemaakt. Vraag de projectleider om die van u.</translation>
    </message>
    <message>
        <source>Too little of {name} can be read to repair it ({reason}). Open a backup of it.</source>
        <translation>Van {name} is te weinig leesbaar om te herstellen ({reason}). Open een reservekopie.</translation>
    </message>
    <message>
        <source>Too many samples have no figure of their own.</source>
        <translation>Te veel steekproeven hebben zelf geen uitkomst.</translation>
    </message>
    <message>
        <source>Two verdicts cannot both hold. Take one of them.</source>
        <translation>Twee oordelen kunnen niet allebei gelden. Neem er één.</translation>
    </message>
    <message>
        <source>Used in fewer than three documents: too rare to judge.</source>
        <translation>In minder dan drie documenten gebruikt: te zeldzaam om te beoordelen.</translation>
    </message>
    <message>
        <source>What a note says of a coding is not understood.</source>
        <translation>Wat een notitie van een codering zegt, is niet te begrijpen.</translation>
    </message>
    <message>
        <source>Which of {n} rounds a coding belongs to is in notes.</source>
        <translation>Bij welke van {n} rondes een codering hoort, staat in notities.</translation>
    </message>
    <message>
        <source>Without one of the documents the figure is undefined.</source>
        <translation>Zonder een van de documenten is de uitkomst niet bepaald.</translation>
    </message>
    <message>
        <source>Work done since stands where rows would be put back. Remove that work first.</source>
        <translation>Werk van later staat waar rijen teruggezet zouden worden. Verwijder dat werk eerst.</translation>
    </message>
    <message>
        <source>Your work is kept, but no backup of today could be made ({reason}). Make room, or choose another folder under Team, Backups.</source>
        <translation>Uw werk is bewaard, maar een reservekopie van vandaag kon niet worden gemaakt ({reason}). Maak ruimte, of kies een andere map onder Team, Reservekopieën.</translation>
    </message>
    <message>
        <source>a colour is written as &quot;WON:2&quot; or &quot;#1A2B3C&quot;, not {value}.</source>
        <translation>een kleur schrijft u als &quot;WON:2&quot; of &quot;#1A2B3C&quot;, niet als {value}.</translation>
    </message>
    <message>
        <source>a text of {n} characters; at most {limit} are read.</source>
        <translation>een tekst van {n} tekens; hoogstens {limit} worden gelezen.</translation>
    </message>
    <message>
        <source>lines {first} to {last} do not exist.</source>
        <translation>de regels {first} tot {last} bestaan niet.</translation>
    </message>
    <message>
        <source>one test has two scales.</source>
        <translation>één toets heeft twee schalen.</translation>
    </message>
    <message>
        <source>parts need letters that differ, and at least two of them.</source>
        <translation>delen hebben verschillende letters nodig, en ten minste twee.</translation>
    </message>
    <message>
        <source>the facet {facet} has no option {key}.</source>
        <translation>het facet {facet} heeft geen waarde {key}.</translation>
    </message>
    <message>
        <source>the facet {key} has no options.</source>
        <translation>het facet {key} heeft geen waarden.</translation>
    </message>
    <message>
        <source>the field &quot;{name}&quot; is missing.</source>
        <translation>het veld &quot;{name}&quot; ontbreekt.</translation>
    </message>
    <message>
        <source>the key {key} must have 1 to 40 letters, figures, dots, dashes or underscores.</source>
        <translation>de sleutel {key} moet 1 tot 40 letters, cijfers, punten, streepjes of liggende streepjes hebben.</translation>
    </message>
    <message>
        <source>the key {key} stands here twice.</source>
        <translation>de sleutel {key} staat hier twee keer.</translation>
    </message>
    <message>
        <source>the verdicts of {key} need ranks that differ.</source>
        <translation>de oordelen van {key} hebben verschillende rangen nodig.</translation>
    </message>
    <message>
        <source>there is no code {key} to be the parent.</source>
        <translation>er is geen code {key} om onder te hangen.</translation>
    </message>
    <message>
        <source>there is no code {key} to use instead.</source>
        <translation>er is geen code {key} om in plaats daarvan te gebruiken.</translation>
    </message>
    <message>
        <source>there is no code {key}.</source>
        <translation>er is geen code {key}.</translation>
    </message>
    <message>
        <source>there is no facet {key}.</source>
        <translation>er is geen facet {key}.</translation>
    </message>
    <message>
        <source>there is no field &quot;{name}&quot; here.</source>
        <translation>hier bestaat geen veld &quot;{name}&quot;.</translation>
    </message>
    <message>
        <source>there is no proposition {key}.</source>
        <translation>er is geen stelling {key}.</translation>
    </message>
    <message>
        <source>there is no scale {scale} for the register {key}.</source>
        <translation>er is geen schaal {scale} voor het register {key}.</translation>
    </message>
    <message>
        <source>there is no seed {tag}.</source>
        <translation>er is geen brontekst {tag}.</translation>
    </message>
    <message>
        <source>this is no sound JSON.</source>
        <translation>dit is geen goede JSON.</translation>
    </message>
    <message>
        <source>this is not a codebook: it has no format number.</source>
        <translation>dit is geen codeboek: er staat geen formaatnummer in.</translation>
    </message>
    <message>
        <source>this text holds a control character or half a character.</source>
        <translation>deze tekst bevat een stuurteken of een half teken.</translation>
    </message>
    <message>
        <source>two seeds have the same tag.</source>
        <translation>twee bronteksten hebben hetzelfde kenmerk.</translation>
    </message>
    <message>
        <source>{case} has the code {code} already. Check which of the two is right.</source>
        <translation>{case} heeft de code {code} al. Ga na welke van de twee klopt.</translation>
    </message>
    <message>
        <source>{cell} is not among the categories {categories}. Name all of them.</source>
        <translation>{cell} hoort niet bij de categorieën {categories}. Noem ze allemaal.</translation>
    </message>
    <message>
        <source>{code} is coded in this document, so it is mentioned. See your codings.</source>
        <translation>{code} is in dit document gecodeerd en dus genoemd. Zie uw coderingen.</translation>
    </message>
    <message>
        <source>{colour} is no colour. Choose one.</source>
        <translation>{colour} is geen kleur. Kies er een.</translation>
    </message>
    <message>
        <source>{count} codes have the key {key}. Look the keys up in the codebook.</source>
        <translation>{count} codes hebben de sleutel {key}. Zoek de sleutels op in het codeboek.</translation>
    </message>
    <message>
        <source>{count} documents are called {name}. Use a title that one document has.</source>
        <translation>{count} documenten heten {name}. Gebruik een titel die één document heeft.</translation>
    </message>
    <message>
        <source>{count} other codings use this code by now. Remove them before you undo this.</source>
        <translation>Er zijn inmiddels {count} andere coderingen met deze code. Verwijder die voordat u dit ongedaan maakt.</translation>
    </message>
    <message>
        <source>{facet} needs a text. Give one.</source>
        <translation>{facet} heeft een tekst nodig. Geef er een.</translation>
    </message>
    <message>
        <source>{facet} takes one value. Take the other away first.</source>
        <translation>{facet} heeft één waarde. Haal de andere eerst weg.</translation>
    </message>
    <message>
        <source>{facet} with {option} is not asked on this coding. See its other facets.</source>
        <translation>{facet} met {option} wordt bij deze codering niet gevraagd. Zie de andere facetten.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Choose another folder.</source>
        <translation>{file} kan niet worden geschreven: {reason}. Kies een andere map.</translation>
    </message>
    <message>
        <source>{file} has no column with names of cases. Give one the heading Gemeente or Case.</source>
        <translation>{file} heeft geen kolom met namen van casussen. Geef er een de kop Gemeente of Case.</translation>
    </message>
    <message>
        <source>{file} holds the projects {names}. Say which one.</source>
        <translation>{file} bevat de projecten {names}. Zeg welk.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read ({reason}). Open it in its program and save it again.</source>
        <translation>{file} is beschadigd en kan niet worden gelezen ({reason}). Open het in zijn programma en bewaar het opnieuw.</translation>
    </message>
    <message>
        <source>{file} is damaged or was cut off. Copy or export it again.</source>
        <translation>{file} is beschadigd of afgekapt. Kopieer of exporteer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} is empty. Choose a csv with headings.</source>
        <translation>{file} is leeg. Kies een csv met kopjes.</translation>
    </message>
    <message>
        <source>{file} is no QualCoder project. Choose the folder whose name ends in .qda.</source>
        <translation>{file} is geen QualCoder-project. Kies de map waarvan de naam op .qda eindigt.</translation>
    </message>
    <message>
        <source>{file} is no database of QualCoder or Taguette. Choose the folder or file that the program keeps its project in.</source>
        <translation>{file} is geen database van QualCoder of Taguette. Kies de map of het bestand waarin het programma zijn project bewaart.</translation>
    </message>
    <message>
        <source>{file} is no file of Taguette. Export the project there as SQLite.</source>
        <translation>{file} is geen bestand van Taguette. Exporteer het project daar als SQLite.</translation>
    </message>
    <message>
        <source>{file} is no sheet. Choose a workbook (.xlsx) or a csv.</source>
        <translation>{file} is geen rekenblad. Kies een werkmap (.xlsx) of een csv.</translation>
    </message>
    <message>
        <source>{file} is no sound workbook. Save it again as .xlsx.</source>
        <translation>{file} is geen goed rekenblad. Bewaar het opnieuw als .xlsx.</translation>
    </message>
    <message>
        <source>{file} is not plain text in UTF-8. Save the draft as plain text or as a Word document (.docx) and try again.</source>
        <translation>{file} is geen platte tekst in UTF-8. Bewaar het concept als platte tekst of als Word-document (.docx) en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} is not written in UTF-8. Save it again as CSV UTF-8.</source>
        <translation>{file} is niet in UTF-8 geschreven. Bewaar het opnieuw als CSV UTF-8.</translation>
    </message>
    <message>
        <source>{file} is still open in its program, or was not closed well. Close it there and try again.</source>
        <translation>{file} is nog open in zijn programma, of niet goed afgesloten. Sluit het daar en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than {limit} MB. Check that it is the right file.</source>
        <translation>{file} pakt uit tot meer dan {limit} MB. Ga na of het het juiste bestand is.</translation>
    </message>
    <message>
        <source>{file}, line 1: no column names the codes. Call one label_nl, label_en or level 1.</source>
        <translation>{file}, regel 1: geen kolom noemt de codes. Noem er een label_nl, label_en of level 1.</translation>
    </message>
    <message>
        <source>{file}, line 1: the file has {size} MB and a codebook at most {limit} MB. Check that this is a codebook.</source>
        <translation>{file}, regel 1: het bestand is {size} MB en een codeboek hoogstens {limit} MB. Controleer of dit een codeboek is.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the file declares a document type, which can make a program read other files. Export it again without one.</source>
        <translation>{file}, regel {line}: het bestand geeft een documenttype op; daarmee kan een programma andere bestanden gaan lezen. Exporteer het opnieuw zonder.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the file holds more than {depth} levels or {n} elements. Check that this is the right file.</source>
        <translation>{file}, regel {line}: het bestand bevat meer dan {depth} niveaus of {n} elementen. Ga na of dit het juiste bestand is.</translation>
    </message>
    <message>
        <source>{file}, line {line}: there are {cells} cells under {names} headings. Check the separators and quotation marks.</source>
        <translation>{file}, regel {line}: er staan {cells} cellen onder {names} kopjes. Controleer de scheidingstekens en aanhalingstekens.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is no codebook but {name}. Choose a .qdc file.</source>
        <translation>{file}, regel {line}: dit is geen codeboek maar {name}. Kies een .qdc-bestand.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is no project but {name}. Choose a .qdpx file.</source>
        <translation>{file}, regel {line}: dit is geen project maar {name}. Kies een .qdpx-bestand.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is no sound XML ({reason}). Export it again.</source>
        <translation>{file}, regel {line}: dit is geen goede XML ({reason}). Exporteer het opnieuw.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is no sound csv ({reason}). Save it again as CSV UTF-8.</source>
        <translation>{file}, regel {line}: dit is geen goede csv ({reason}). Bewaar het opnieuw als CSV UTF-8.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not UTF-8 text. Save the file as UTF-8.</source>
        <translation>{file}, regel {line}: dit is geen UTF-8-tekst. Bewaar het bestand als UTF-8.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {coder} judged unit {unit} twice. Keep one judgment.</source>
        <translation>{file}, regel {line}: {coder} beoordeelde eenheid {unit} tweemaal. Bewaar één oordeel.</translation>
    </message>
    <message>
        <source>{key} cannot be merged into itself or a code below it. Choose another.</source>
        <translation>{key} kan niet samengaan met zichzelf of met een code eronder. Kies een andere.</translation>
    </message>
    <message>
        <source>{key} cannot be put below itself. Choose another place.</source>
        <translation>{key} kan niet onder zichzelf staan. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>{key} cannot be the key of a code. Use letters, figures, dots and dashes.</source>
        <translation>{key} kan niet de sleutel van een code zijn. Gebruik letters, cijfers, punten en streepjes.</translation>
    </message>
    <message>
        <source>{key} has codes below it. Move them first.</source>
        <translation>Onder {key} staan nog codes. Verplaats die eerst.</translation>
    </message>
    <message>
        <source>{key} has no label in one of the languages.</source>
        <translation>{key} heeft in een van de talen geen naam.</translation>
    </message>
    <message>
        <source>{key} has one pole; a direction needs two.</source>
        <translation>{key} heeft één pool; een richting heeft er twee nodig.</translation>
    </message>
    <message>
        <source>{key} is no code of another codebook.</source>
        <translation>{key} is geen code van een ander codeboek.</translation>
    </message>
    <message>
        <source>{key} is of another codebook than {parent}. Choose a place in its own.</source>
        <translation>{key} is van een ander codeboek dan {parent}. Kies een plaats in het eigen codeboek.</translation>
    </message>
    <message>
        <source>{key} is retired. Revive it first.</source>
        <translation>{key} is buiten gebruik. Neem de code eerst weer in gebruik.</translation>
    </message>
    <message>
        <source>{key} lies below itself.</source>
        <translation>{key} hangt onder zichzelf.</translation>
    </message>
    <message>
        <source>{key} names itself as neighbour.</source>
        <translation>{key} noemt zichzelf als buurcode.</translation>
    </message>
    <message>
        <source>{key} needs a rank on an ordered facet.</source>
        <translation>{key} heeft bij een geordend facet een rang nodig.</translation>
    </message>
    <message>
        <source>{key} needs two or more different members.</source>
        <translation>{key} heeft twee of meer verschillende leden nodig.</translation>
    </message>
    <message>
        <source>{key} needs {above}. Choose both.</source>
        <translation>{key} heeft {above} nodig. Kies beide.</translation>
    </message>
    <message>
        <source>{key} would lie below itself. Choose otherwise.</source>
        <translation>{key} zou onder zichzelf komen te liggen. Kies anders.</translation>
    </message>
    <message>
        <source>{name} and {other} said different things in {n} places. Choose for each which stays.</source>
        <translation>{name} en {other} zeiden op {n} plaatsen verschillende dingen. Kies voor elk wat blijft.</translation>
    </message>
    <message>
        <source>{name} belongs to no case, and a summary is of a case. Give it one first.</source>
        <translation>{name} hoort bij geen casus, en een samenvatting is van een casus. Geef er eerst een.</translation>
    </message>
    <message>
        <source>{name} belongs to several cases; only the first was taken.</source>
        <translation>{name} hoort bij meer casussen; alleen de eerste is genomen.</translation>
    </message>
    <message>
        <source>{name} cannot be marked. Open the file in a PDF program, print it to a new PDF and import that.</source>
        <translation>In {name} kunnen geen markeringen worden gezet. Open het bestand in een pdf-programma, druk het af naar een nieuwe pdf en importeer die.</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>{name} kan niet worden geopend.</translation>
    </message>
    <message>
        <source>{name} cannot be reached: the disk or network folder does not answer, or has no room. What you did before is kept; check the connection and try again.</source>
        <translation>{name} is niet te bereiken: de schijf of netwerkmap antwoordt niet, of heeft geen ruimte. Wat u eerder deed is bewaard; controleer de verbinding en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}). Check that it is there and may be opened.</source>
        <translation>{name} kan niet worden gelezen ({reason}). Controleer of het er is en open mag.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}). Close it elsewhere or choose another folder.</source>
        <translation>{name} kan niet worden geschreven ({reason}). Sluit het elders of kies een andere map.</translation>
    </message>
    <message>
        <source>{name} cannot be written: the file or its folder is read-only. Copy it to a folder of your own.</source>
        <translation>{name} kan niet worden geschreven: het bestand of de map is alleen-lezen. Kopieer het naar een eigen map.</translation>
    </message>
    <message>
        <source>{name} does not say which project it is; it is damaged. Open a backup of it.</source>
        <translation>{name} zegt niet welk project het is; het is beschadigd. Open een reservekopie.</translation>
    </message>
    <message>
        <source>{name} has an older format. Open it for writing once, so that it can be brought up to date.</source>
        <translation>{name} heeft een ouder formaat. Open het één keer om te schrijven, zodat het kan worden bijgewerkt.</translation>
    </message>
    <message>
        <source>{name} has its description as an attribute; it was read.</source>
        <translation>{name} heeft de beschrijving als attribuut; die is gelezen.</translation>
    </message>
    <message>
        <source>{name} has more pixels than a page can have. Make it smaller and import that.</source>
        <translation>{name} heeft meer beeldpunten dan een bladzijde kan hebben. Maak het kleiner en importeer dat.</translation>
    </message>
    <message>
        <source>{name} has more than {limit} MB, more than a text has. Check that it is the right file.</source>
        <translation>{name} heeft meer dan {limit} MB, meer dan een tekst heeft. Ga na of het het juiste bestand is.</translation>
    </message>
    <message>
        <source>{name} has no pages that can be read; it may be cut off. Fetch the file again.</source>
        <translation>{name} heeft geen leesbare bladzijden; het is misschien afgebroken. Haal het bestand opnieuw op.</translation>
    </message>
    <message>
        <source>{name} has no sound colour but {value}.</source>
        <translation>{name} heeft geen goede kleur maar {value}.</translation>
    </message>
    <message>
        <source>{name} has no text here.</source>
        <translation>{name} heeft hier geen tekst.</translation>
    </message>
    <message>
        <source>{name} has no text.</source>
        <translation>{name} heeft geen tekst.</translation>
    </message>
    <message>
        <source>{name} has {n} backups, so there is no number {number}. See `qualcode backups list`.</source>
        <translation>{name} heeft {n} reservekopieën, dus nummer {number} is er niet. Zie `qualcode backups list`.</translation>
    </message>
    <message>
        <source>{name} has {n} characters; at most {limit} are taken in. Part it into documents.</source>
        <translation>{name} heeft {n} tekens; er worden er hooguit {limit} opgenomen. Verdeel het in documenten.</translation>
    </message>
    <message>
        <source>{name} has {n} documents or summaries. Give these to another case first.</source>
        <translation>{name} heeft {n} documenten of samenvattingen. Geef die eerst aan een andere casus.</translation>
    </message>
    <message>
        <source>{name} has {n} rows, more than a workbook holds. Export it as csv.</source>
        <translation>{name} heeft {n} rijen, meer dan in een rekenblad past. Exporteer als csv.</translation>
    </message>
    <message>
        <source>{name} holds macros, which are programs. Save it again without them, or print it to a PDF.</source>
        <translation>{name} bevat macro&apos;s, en dat zijn programma&apos;s. Bewaar het opnieuw zonder macro&apos;s, of druk het af naar een pdf.</translation>
    </message>
    <message>
        <source>{name} holds no text. Check that it is the right file.</source>
        <translation>{name} bevat geen tekst. Ga na of het het juiste bestand is.</translation>
    </message>
    <message>
        <source>{name} holds parts that QualCode did not make ({parts}). It may be damaged or harmful, so it is not opened. Ask its sender for a fresh copy.</source>
        <translation>{name} bevat delen die QualCode niet heeft gemaakt ({parts}). Het kan beschadigd of schadelijk zijn en wordt niet geopend. Vraag de afzender om een nieuwe kopie.</translation>
    </message>
    <message>
        <source>{name} holds rows that QualCode does not write, so it is not merged. Ask its sender for a fresh copy.</source>
        <translation>{name} bevat rijen die QualCode niet schrijft en wordt daarom niet samengevoegd. Vraag de afzender om een nieuwe kopie.</translation>
    </message>
    <message>
        <source>{name} holds {what}, which was left out.</source>
        <translation>{name} bevat {what}; dat is weggelaten.</translation>
    </message>
    <message>
        <source>No coding with this code lies next to this one, so nothing can be joined. Code the text beside it first, or make this one longer.</source>
        <translation>Naast deze codering ligt er geen met dezelfde code, dus er valt niets samen te voegen. Codeer eerst de tekst ernaast, of maak deze langer.</translation>
    </message>
    <message>
        <source>No column of {file} tells: {columns}. Say which columns hold document, code, and quote or start and end.</source>
        <translation>Geen kolom van {file} vertelt: {columns}. Zeg welke kolommen document, code en citaat of begin en einde bevatten.</translation>
    </message>
    <message>
        <source>No line of the sheet names {name}. Write the name as it stands in the sheet.</source>
        <translation>Geen regel van het rekenblad noemt {name}. Schrijf de naam zoals hij in het rekenblad staat.</translation>
    </message>
    <message>
        <source>No line of this sheet can be used. Look in the preview why, mend the sheet and import it again.</source>
        <translation>Geen regel van dit rekenblad is bruikbaar. Kijk in het voorbeeld waarom, verbeter het rekenblad en importeer het opnieuw.</translation>
    </message>
    <message>
        <source>No register of this project has a proposition {key}. See `qualcode register list` for the keys.</source>
        <translation>Geen register van dit project heeft een stelling {key}. Zie `qualcode register list` voor de sleutels.</translation>
    </message>
    <message>
        <source>None of these coders coded one of these documents yet, so there is nothing to code again. Choose other coders or documents.</source>
        <translation>Geen van deze codeurs heeft al een van deze documenten gecodeerd, dus er is niets om opnieuw te coderen. Kies andere codeurs of documenten.</translation>
    </message>
    <message>
        <source>Nothing says what is to be discussed, so the others cannot follow. Write it in a few words.</source>
        <translation>Nergens staat wat er te bespreken is, dus de anderen kunnen het niet volgen. Schrijf het in enkele woorden op.</translation>
    </message>
    <message>
        <source>Nothing was said of {old} and {new}. See `qualcode became` for what was said.</source>
        <translation>Van {old} en {new} is niets gezegd. Zie `qualcode became` voor wat er wel is gezegd.</translation>
    </message>
    <message>
        <source>The PDF of {name} cannot be opened, so its pages cannot be read. Print it to a new PDF in a PDF program and add that.</source>
        <translation>De pdf van {name} is niet te openen, dus de bladzijden zijn niet te lezen. Druk de pdf in een pdf-programma af naar een nieuwe en voeg die toe.</translation>
    </message>
    <message>
        <source>The PDF of {title} is not in this file, only its text. Open a file that has the PDFs.</source>
        <translation>De pdf van {title} zit niet in dit bestand, alleen de tekst. Open een bestand dat de pdf&apos;s heeft.</translation>
    </message>
    <message>
        <source>The PDF of {title} is not in this file. Open a file that has the PDFs.</source>
        <translation>De pdf van {title} zit niet in dit bestand. Open een bestand dat de pdf&apos;s heeft.</translation>
    </message>
    <message>
        <source>The area reaches over the edge of the page, which is {width} by {height} points. Draw it within the page.</source>
        <translation>Het gebied valt buiten de bladzijde, die {width} bij {height} punten groot is. Teken het binnen de bladzijde.</translation>
    </message>
    <message>
        <source>The categories are not numbers, so they have no {level} level. Choose nominal or ordinal, or give numbers.</source>
        <translation>De categorieën zijn geen getallen en hebben dus geen niveau {level}. Kies nominaal of ordinaal, of geef getallen.</translation>
    </message>
    <message>
        <source>The codebook {title} has no register. Choose one that has.</source>
        <translation>Het codeboek {title} heeft geen register. Kies er een dat er een heeft.</translation>
    </message>
    <message>
        <source>The coders do not have the same text of {title}, so places in it cannot be compared. Give each of them the same text.</source>
        <translation>De codeurs hebben niet dezelfde tekst van {title}, dus plaatsen daarin zijn niet te vergelijken. Geef elk van hen dezelfde tekst.</translation>
    </message>
    <message>
        <source>The description in {file} would unpack to {size} MB, {ratio} times its size; {limit} MB and {most} times are allowed. Check that it is the right file, or export it in parts.</source>
        <translation>De beschrijving in {file} zou uitgepakt {size} MB zijn, {ratio} keer zo groot; {limit} MB en {most} keer zijn toegestaan. Ga na of het het juiste bestand is, of exporteer het in delen.</translation>
    </message>
    <message>
        <source>The document has {n} characters; {start} to {end} lies outside. Choose a place within it.</source>
        <translation>Het document heeft {n} tekens; {start} tot {end} ligt erbuiten. Kies een plaats erbinnen.</translation>
    </message>
    <message>
        <source>The name {name} does not tell the format. Let it end in .png, .svg or .xlsx.</source>
        <translation>De naam {name} zegt niet welk soort bestand het wordt. Laat die eindigen op .png, .svg of .xlsx.</translation>
    </message>
    <message>
        <source>The name {name} does not tell the format. Let it end in {kinds}.</source>
        <translation>De naam {name} zegt niet welk soort bestand het wordt. Laat die eindigen op {kinds}.</translation>
    </message>
    <message>
        <source>The project {name} is not there any more: it was moved, renamed or deleted. Look for it, or open a backup of it.</source>
        <translation>Het project {name} is er niet meer: het is verplaatst, hernoemd of verwijderd. Zoek het, of open een reservekopie.</translation>
    </message>
    <message>
        <source>The sample&apos;s reading status names {family}, {state}, which is unknown. Install QualCode again.</source>
        <translation>De leesstatus van het voorbeeld noemt {family}, {state}; dat is onbekend. Installeer QualCode opnieuw.</translation>
    </message>
    <message>
        <source>The sheet has no column {name}. Use one of its headings.</source>
        <translation>Het rekenblad heeft geen kolom {name}. Gebruik een van de kopjes.</translation>
    </message>
    <message>
        <source>The wave {title} ends before it begins. Turn the days round.</source>
        <translation>De golf {title} eindigt voordat zij begint. Draai de dagen om.</translation>
    </message>
    <message>
        <source>There are no model answers for this document. Choose another, or ask the lead for them.</source>
        <translation>Voor dit document zijn er geen voorbeeldantwoorden. Kies een ander, of vraag de projectleider erom.</translation>
    </message>
    <message>
        <source>There is already a group {title} here. Give this one another name.</source>
        <translation>Hier is al een groep {title}. Geef deze een andere naam.</translation>
    </message>
    <message>
        <source>There is already an attribute {title}. Give this one another name.</source>
        <translation>Er is al een kenmerk {title}. Geef dit een andere naam.</translation>
    </message>
    <message>
        <source>There is no case {name}. See `qualcode cases list` for those there are.</source>
        <translation>Er is geen casus {name}. Zie `qualcode cases list` voor welke er zijn.</translation>
    </message>
    <message>
        <source>There is no code {key}. Look the keys up in the codebook.</source>
        <translation>Er is geen code {key}. Zoek de sleutels op in het codeboek.</translation>
    </message>
    <message>
        <source>There is no code {name} in this project. Correct the name, or have new codes made.</source>
        <translation>Er is geen code {name} in dit project. Verbeter de naam, of laat nieuwe codes maken.</translation>
    </message>
    <message>
        <source>There is no coder {name}. Choose one of: {names}.</source>
        <translation>Er is geen codeur {name}. Kies een van: {names}.</translation>
    </message>
    <message>
        <source>There is no coefficient {key} for codings. Choose one of: {keys}.</source>
        <translation>Er is geen maat {key} voor coderingen. Kies een van: {keys}.</translation>
    </message>
    <message>
        <source>There is no coefficient {key}. Choose one of: {keys}.</source>
        <translation>Er is geen maat {key}. Kies een van: {keys}.</translation>
    </message>
    <message>
        <source>There is no document of {name} in this project, so nothing can be said about it. Add one, or choose another case.</source>
        <translation>Er is geen document van {name} in dit project, dus daarover is niets te zeggen. Voeg er een toe, of kies een andere casus.</translation>
    </message>
    <message>
        <source>There is no facet {key}. Choose one of: {keys}.</source>
        <translation>Er is geen facet {key}. Kies een van: {keys}.</translation>
    </message>
    <message>
        <source>There is no facet {name}. Choose one of: {names}.</source>
        <translation>Er is geen facet {name}. Kies een van: {names}.</translation>
    </message>
    <message>
        <source>There is no grouping {name}. See `qualcode groups list` for those there are.</source>
        <translation>Er is geen indeling {name}. Zie `qualcode groups list` voor welke er zijn.</translation>
    </message>
    <message>
        <source>There is no number in {text}. Write digits.</source>
        <translation>In {text} staat geen getal. Schrijf cijfers.</translation>
    </message>
    <message>
        <source>There is no page {number} in this document. Choose one of its pages.</source>
        <translation>Dit document heeft geen bladzijde {number}. Kies een bladzijde die er is.</translation>
    </message>
    <message>
        <source>There is no round {number}. Choose one of: {numbers}.</source>
        <translation>Er is geen ronde {number}. Kies een van: {numbers}.</translation>
    </message>
    <message>
        <source>There is no shipped codebook {name}. Choose one of: {names}.</source>
        <translation>Er is geen meegeleverd codeboek {name}. Kies een van: {names}.</translation>
    </message>
    <message>
        <source>There is no table {key}. Choose one of: {keys}.</source>
        <translation>Er is geen tabel {key}. Kies een van: {keys}.</translation>
    </message>
    <message>
        <source>There is no theme {key} in the codebook. Look the keys up in the codebook.</source>
        <translation>Er is geen thema {key} in het codeboek. Zoek de sleutels op in het codeboek.</translation>
    </message>
    <message>
        <source>There is no theme {key}. Choose one of: {keys}.</source>
        <translation>Er is geen thema {key}. Kies een van: {keys}.</translation>
    </message>
    <message>
        <source>There is nothing to search for. Type a word of at least one letter or digit.</source>
        <translation>Er is niets om naar te zoeken. Typ een woord van ten minste één letter of cijfer.</translation>
    </message>
    <message>
        <source>This area is not coded any more: the coding was removed. Choose another.</source>
        <translation>Dit gebied is niet meer gecodeerd: de codering is verwijderd. Kies een andere.</translation>
    </message>
    <message>
        <source>This code was removed from the project. Choose another.</source>
        <translation>Deze code is uit het project verwijderd. Kies een andere.</translation>
    </message>
    <message>
        <source>This codebook has no codes yet, and a .qdc file needs at least one. Add a code first.</source>
        <translation>Dit codeboek heeft nog geen codes, en een .qdc-bestand heeft er minstens één nodig. Voeg eerst een code toe.</translation>
    </message>
    <message>
        <source>This codebook was removed from the project. Choose another.</source>
        <translation>Dit codeboek is uit het project verwijderd. Kies een ander.</translation>
    </message>
    <message>
        <source>This coder or round was removed from the project. Choose another.</source>
        <translation>Deze codeur of ronde is uit het project verwijderd. Kies een andere.</translation>
    </message>
    <message>
        <source>This coding is in the project already, so it cannot be put back. Change the one that is there.</source>
        <translation>Deze codering staat al in het project en is dus niet terug te zetten. Wijzig de codering die er staat.</translation>
    </message>
    <message>
        <source>This coding was removed from the project. Choose another.</source>
        <translation>Deze codering is uit het project verwijderd. Kies een andere.</translation>
    </message>
    <message>
        <source>This document has no page {n}. Choose one of its pages.</source>
        <translation>Dit document heeft geen bladzijde {n}. Kies een bladzijde die er is.</translation>
    </message>
    <message>
        <source>This document was removed from the project. Choose another.</source>
        <translation>Dit document is uit het project verwijderd. Kies een ander.</translation>
    </message>
    <message>
        <source>This file does not say which project it is; it is damaged. Open a backup of it.</source>
        <translation>Dit bestand zegt niet welk project het is; het is beschadigd. Open een reservekopie.</translation>
    </message>
    <message>
        <source>This heading is not in the contents any more: it was removed. Choose another.</source>
        <translation>Dit kopje staat niet meer in de inhoud: het is verwijderd. Kies een ander.</translation>
    </message>
    <message>
        <source>This is a coding of an area; that can only be done with text. Choose a coding of text.</source>
        <translation>Dit is een codering van een gebied; dat kan alleen met tekst. Kies een codering van tekst.</translation>
    </message>
    <message>
        <source>This is no file for training, so it holds no model answers. Open the file the lead handed out for training.</source>
        <translation>Dit is geen oefenbestand, dus er staan geen voorbeeldantwoorden in. Open het oefenbestand dat de projectleider uitdeelde.</translation>
    </message>
    <message>
        <source>This is not in the project any more: it was removed. Choose something else.</source>
        <translation>Dit staat niet meer in het project: het is verwijderd. Kies iets anders.</translation>
    </message>
    <message>
        <source>This judgement is not in the project any more: it was taken back. Choose another.</source>
        <translation>Dit oordeel staat niet meer in het project: het is teruggenomen. Kies een ander.</translation>
    </message>
    <message>
        <source>This line names no case. Fill its name in, or leave the line out.</source>
        <translation>Deze regel noemt geen casus. Vul de naam in, of laat de regel weg.</translation>
    </message>
    <message>
        <source>This memo was removed from the project. Choose another.</source>
        <translation>Deze memo is uit het project verwijderd. Kies een andere.</translation>
    </message>
    <message>
        <source>This merge is not in the project. Choose one from the list of what came in.</source>
        <translation>Deze samenvoeging staat niet in het project. Kies er een uit de lijst van wat binnenkwam.</translation>
    </message>
    <message>
        <source>This merge was withdrawn already, so its rows are out. Choose another.</source>
        <translation>Deze samenvoeging is al ingetrokken, dus de rijen zijn weg. Kies een andere.</translation>
    </message>
    <message>
        <source>This page is damaged and cannot be shown. Code its text, or print the file to a new PDF and add that.</source>
        <translation>Deze bladzijde is beschadigd en kan niet worden getoond. Codeer de tekst ervan, of druk het bestand af naar een nieuwe pdf en voeg die toe.</translation>
    </message>
    <message>
        <source>This page makes the PDF reader crash and cannot be shown. Code its text, or print the file to a new PDF and add that.</source>
        <translation>Op deze bladzijde loopt de pdf-lezer vast; die kan niet worden getoond. Codeer de tekst ervan, of druk het bestand af naar een nieuwe pdf en voeg die toe.</translation>
    </message>
    <message>
        <source>This page takes too long to draw and was given up. Code its text, or print the file to a new PDF and add that.</source>
        <translation>Deze bladzijde tekenen duurt te lang en is opgegeven. Codeer de tekst ervan, of druk het bestand af naar een nieuwe pdf en voeg die toe.</translation>
    </message>
    <message>
        <source>This project already has the codebook {title}. Choose another, or import the file as an update of it.</source>
        <translation>Dit project heeft het codeboek {title} al. Kies een ander, of importeer het bestand als bijwerking ervan.</translation>
    </message>
    <message>
        <source>This project already has the register of {title}. Judge in that one, or choose another codebook.</source>
        <translation>Dit project heeft het register van {title} al. Beoordeel daarin, of kies een ander codeboek.</translation>
    </message>
    <message>
        <source>This project has no codebook {key}. Choose one it has, or import that one first.</source>
        <translation>Dit project heeft geen codeboek {key}. Kies een codeboek dat er is, of lees dat eerst in.</translation>
    </message>
    <message>
        <source>This proposition is not in the project any more: its register was taken out. Choose another.</source>
        <translation>Deze stelling staat niet meer in het project: het register ervan is weggehaald. Kies een andere.</translation>
    </message>
    <message>
        <source>This question does not say which words it looks for. Ask it again with words, and keep that.</source>
        <translation>Deze vraag zegt niet welke woorden gezocht worden. Stel haar opnieuw met woorden, en bewaar die.</translation>
    </message>
    <message>
        <source>This question needs a code, and a facet with values to choose from. Choose both.</source>
        <translation>Deze vraag heeft een code nodig, en een facet met waarden om uit te kiezen. Kies beide.</translation>
    </message>
    <message>
        <source>This relation is laid already. Choose another coding, or another kind of relation.</source>
        <translation>Deze relatie is al gelegd. Kies een andere codering, of een andere soort relatie.</translation>
    </message>
    <message>
        <source>This round was removed from the project. Choose another.</source>
        <translation>Deze ronde is uit het project verwijderd. Kies een andere.</translation>
    </message>
    <message>
        <source>This search did not go through the text that was judged. Search that document first.</source>
        <translation>Deze zoekopdracht ging niet door de tekst die is beoordeeld. Zoek eerst in dat document.</translation>
    </message>
    <message>
        <source>This search is not kept in the project any more: it was removed. Search again.</source>
        <translation>Deze zoekopdracht is niet meer bewaard in het project: zij is verwijderd. Zoek opnieuw.</translation>
    </message>
    <message>
        <source>This version was removed from the project. Choose another.</source>
        <translation>Deze versie is uit het project verwijderd. Kies een andere.</translation>
    </message>
    <message>
        <source>You already put this code on this area. Choose another code, or change the coding that is there.</source>
        <translation>U hebt deze code al op dit gebied gezet. Kies een andere code, of wijzig de codering die er staat.</translation>
    </message>
    <message>
        <source>You already put this code on this text. Choose another code, or change the coding that is there.</source>
        <translation>U gaf deze tekst deze code al. Kies een andere code, of wijzig de codering die er staat.</translation>
    </message>
    <message>
        <source>You judged {code} as not mentioned here already. Take that judgement back if it no longer holds.</source>
        <translation>U hebt {code} hier al beoordeeld als niet genoemd. Neem dat oordeel terug als het niet meer klopt.</translation>
    </message>
    <message>
        <source>the format number is {found} and this program reads {known}; a newer one may read it.</source>
        <translation>het formaatnummer is {found} en dit programma leest {known}; een nieuwer programma leest het misschien.</translation>
    </message>
    <message>
        <source>{coder} marked {start} to {end} in {title}, which has {n} characters. Correct the places, or give the text that was marked.</source>
        <translation>{coder} markeerde {start} tot {end} in {title}, dat {n} tekens heeft. Verbeter de plaatsen, of geef de tekst die is gemarkeerd.</translation>
    </message>
    <message>
        <source>{facet} has no option {option}. Choose one of: {options}.</source>
        <translation>{facet} heeft geen waarde {option}. Kies een van: {options}.</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {reason}. Check that it is there and may be opened.</source>
        <translation>{file} kan niet worden geopend: {reason}. Controleer of het er is en open mag.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}). Check that it is there and may be opened.</source>
        <translation>{file} kan niet worden gelezen ({reason}). Kijk of het er is en mag worden geopend.</translation>
    </message>
    <message>
        <source>{file} has more than {limit} rows in {table}. Part the project in its own program and import the parts.</source>
        <translation>{file} heeft meer dan {limit} rijen in {table}. Verdeel het project in zijn eigen programma en importeer de delen.</translation>
    </message>
    <message>
        <source>{file} has more than {limit} rows. Split it and import the parts.</source>
        <translation>{file} heeft meer dan {limit} rijen. Splits het en importeer de delen.</translation>
    </message>
    <message>
        <source>{file} has no lines below its headings. Choose another file, or fill this one first.</source>
        <translation>{file} heeft geen regels onder de koppen. Kies een ander bestand, of vul dit eerst.</translation>
    </message>
    <message>
        <source>{file} has units and coders but no column named category, code or value. Give the column of categories one of these headings.</source>
        <translation>{file} heeft eenheden en codeurs, maar geen kolom met de naam category, code of value. Geef de kolom met categorieën een van deze koppen.</translation>
    </message>
    <message>
        <source>{file} has {size} MB; a project has at most {limit} MB. Export the project in parts.</source>
        <translation>{file} is {size} MB; een project is hoogstens {limit} MB. Exporteer het project in delen.</translation>
    </message>
    <message>
        <source>{file} holds {n} descriptions of a project (.qde) instead of one. Export it again from its own program.</source>
        <translation>{file} bevat {n} beschrijvingen van een project (.qde) in plaats van één. Exporteer het opnieuw vanuit zijn eigen programma.</translation>
    </message>
    <message>
        <source>{file} holds {n} members; at most {limit} are read. Export the project in parts.</source>
        <translation>{file} bevat {n} onderdelen; er worden er hoogstens {limit} gelezen. Exporteer het project in delen.</translation>
    </message>
    <message>
        <source>{file} is no kind of codebook this program reads. Choose one that ends in {kinds}.</source>
        <translation>{file} is geen soort codeboek dat dit programma leest. Kies er een dat eindigt op {kinds}.</translation>
    </message>
    <message>
        <source>{file} is not what its name promises, or is cut off, so nothing was made. Copy or export it again.</source>
        <translation>{file} is niet wat de naam belooft, of is afgebroken; er is niets gemaakt. Kopieer of exporteer het opnieuw.</translation>
    </message>
    <message>
        <source>{file} is not what its program makes: {table} is no ordinary table, which may be harmful, so it was not read. Ask its sender for a fresh copy.</source>
        <translation>{file} is niet wat zijn programma maakt: {table} is geen gewone tabel; dat kan schadelijk zijn en daarom is het niet gelezen. Vraag de afzender om een nieuwe kopie.</translation>
    </message>
    <message>
        <source>{file} is too large for a table of codings. Split it and import the parts.</source>
        <translation>{file} is te groot voor een tabel met coderingen. Splits het en importeer de delen.</translation>
    </message>
    <message>
        <source>{file}, line 1: there are no codes in this table. Give every code a row of its own.</source>
        <translation>{file}, regel 1: deze tabel bevat geen codes. Geef elke code een eigen rij.</translation>
    </message>
    <message>
        <source>{file}, line {line}: a number cannot be read ({reason}). Mend that line, or export the file again.</source>
        <translation>{file}, regel {line}: een getal is niet te lezen ({reason}). Verbeter die regel, of exporteer het bestand opnieuw.</translation>
    </message>
    <message>
        <source>{file}, line {line}: a text of {n} characters stands here; at most {limit} are read. Make it shorter.</source>
        <translation>{file}, regel {line}: hier staat een tekst van {n} tekens; hoogstens {limit} worden gelezen. Maak die korter.</translation>
    </message>
    <message>
        <source>{file}, line {line}: lists and objects lie too deep in each other. Check that this is the right file.</source>
        <translation>{file}, regel {line}: lijsten en objecten liggen te diep in elkaar. Ga na of dit het juiste bestand is.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this codebook holds no codes. Choose one that does.</source>
        <translation>{file}, regel {line}: dit codeboek bevat geen codes. Kies er een dat ze wel bevat.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not JSON ({reason}). Mend that line, or export the file again.</source>
        <translation>{file}, regel {line}: dit is geen JSON ({reason}). Verbeter die regel, of exporteer het bestand opnieuw.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {begin} to {end} is no place in a document of {length} characters. Correct that line.</source>
        <translation>{file}, regel {line}: {begin} tot {end} is geen plaats in een document van {length} tekens. Verbeter die regel.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {name} has {n} characters; at most {limit} are read. Make it shorter.</source>
        <translation>{file}, regel {line}: {name} heeft {n} tekens; hoogstens {limit} worden gelezen. Maak de tekst korter.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {name} must be a whole number, not {said}. Correct that line.</source>
        <translation>{file}, regel {line}: {name} moet een geheel getal zijn, niet {said}. Verbeter die regel.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason} Mend it there, or export the codebook again.</source>
        <translation>{file}, regel {line}: {reason} Verbeter het daar, of exporteer het codeboek opnieuw.</translation>
    </message>
    <message>
        <source>{folder} holds no annotated texts of a known form. Choose a folder with brat folders per coder, .jsonl per coder, token tables per coder, or sentences.csv with judgments.csv.</source>
        <translation>{folder} bevat geen geannoteerde teksten in een bekende vorm. Kies een map met brat-mappen per codeur, .jsonl per codeur, tabellen met een woord per regel per codeur, of sentences.csv met judgments.csv.</translation>
    </message>
    <message>
        <source>{key} cannot be tested, so it gets no verdict. Leave it open.</source>
        <translation>{key} is niet te toetsen en krijgt dus geen oordeel. Laat het open.</translation>
    </message>
    <message>
        <source>{key} has no part {letters}. Choose among its own parts.</source>
        <translation>{key} heeft geen deel {letters}. Kies uit de eigen delen.</translation>
    </message>
    <message>
        <source>{match} is no way to match a keyword. Choose start, word, exact, phrase or inside.</source>
        <translation>{match} is geen manier om een trefwoord te zoeken. Kies start, word, exact, phrase of inside.</translation>
    </message>
    <message>
        <source>{name} belongs to another study, so its rows cannot be matched. Choose copies of this project.</source>
        <translation>{name} hoort bij een ander onderzoek, dus de rijen zijn niet te koppelen. Kies kopieën van dit project.</translation>
    </message>
    <message>
        <source>{name} contradicts itself: a row lacks another that it needs, or two claim one place, so nothing was imported. Export it again from its own program.</source>
        <translation>{name} spreekt zichzelf tegen: een rij mist een andere die ze nodig heeft, of twee eisen één plaats op; er is niets geïmporteerd. Exporteer het opnieuw vanuit zijn eigen programma.</translation>
    </message>
    <message>
        <source>{name} is a database of another program, not a QualCode project. Choose a .qualcode file, or take it in under File, Import a project of another program.</source>
        <translation>{name} is een database van een ander programma, geen QualCode-project. Kies een .qualcode-bestand, of neem het over onder Bestand, Project van een ander programma importeren.</translation>
    </message>
    <message>
        <source>{name} is a file, and a folder is wanted.</source>
        <translation>{name} is een bestand, en er hoort een map.</translation>
    </message>
    <message>
        <source>{name} is a folder, and a file is wanted.</source>
        <translation>{name} is een map, en er hoort een bestand.</translation>
    </message>
    <message>
        <source>{name} is already a name of the case {case}. Choose another name for one of the two.</source>
        <translation>{name} is al een naam van de casus {case}. Kies voor een van de twee een andere naam.</translation>
    </message>
    <message>
        <source>{name} is already in this project, as {title}. Use that document, or choose another file.</source>
        <translation>{name} zit al in dit project, als {title}. Gebruik dat document, of kies een ander bestand.</translation>
    </message>
    <message>
        <source>{name} is already the name of the case {case}, and two cases cannot share one. Choose another name.</source>
        <translation>{name} is al de naam van de casus {case}, en twee casussen kunnen geen naam delen. Kies een andere naam.</translation>
    </message>
    <message>
        <source>{name} is damaged in the file.</source>
        <translation>{name} is in het bestand beschadigd.</translation>
    </message>
    <message>
        <source>{name} is damaged or not what its name promises. Open it in the program that made it and save it again.</source>
        <translation>{name} is beschadigd of niet wat de naam belooft. Open het in het programma waarmee het is gemaakt en bewaar het opnieuw.</translation>
    </message>
    <message>
        <source>{name} is damaged. Open a backup of it.</source>
        <translation>{name} is beschadigd. Open een reservekopie.</translation>
    </message>
    <message>
        <source>{name} is empty. Fetch the file again.</source>
        <translation>{name} is leeg. Haal het bestand opnieuw op.</translation>
    </message>
    <message>
        <source>{name} is in the file {n} times, differently.</source>
        <translation>{name} staat {n} keer in het bestand, telkens anders.</translation>
    </message>
    <message>
        <source>{name} is in the file {n} times.</source>
        <translation>{name} staat {n} keer in het bestand.</translation>
    </message>
    <message>
        <source>{name} is locked with a password. Save it again without one.</source>
        <translation>{name} is vergrendeld met een wachtwoord. Bewaar het opnieuw zonder wachtwoord.</translation>
    </message>
    <message>
        <source>{name} is no OpenDocument text, though it is called so. Save it again as .odt.</source>
        <translation>{name} is geen OpenDocument-tekst, al heet het wel zo. Bewaar het opnieuw als .odt.</translation>
    </message>
    <message>
        <source>{name} is no UTF-8; it was read as Windows-1252. Check the letters with accents.</source>
        <translation>{name} is geen UTF-8; het is gelezen als Windows-1252. Controleer de letters met accenten.</translation>
    </message>
    <message>
        <source>{name} is no Word document, though it is called so. Save it again as .docx.</source>
        <translation>{name} is geen Word-document, al heet het wel zo. Bewaar het opnieuw als .docx.</translation>
    </message>
    <message>
        <source>{name} is no text, though it is called so. Open it in the program that made it and save it as PDF.</source>
        <translation>{name} is geen tekst, al heet het wel zo. Open het in het programma waarmee het is gemaakt en bewaar het als pdf.</translation>
    </message>
    <message>
        <source>{name} is no way to match a keyword.</source>
        <translation>{name} is geen manier om een trefwoord te zoeken.</translation>
    </message>
    <message>
        <source>{name} is not a PDF or is damaged beyond repair. Open it in a PDF program, print it to a new PDF and import that.</source>
        <translation>{name} is geen pdf of is niet meer te herstellen. Open het in een pdf-programma, druk het af naar een nieuwe pdf en voeg die toe.</translation>
    </message>
    <message>
        <source>{name} is not a QualCode project, or it is damaged. Choose a .qualcode file or a backup.</source>
        <translation>{name} is geen QualCode-project, of het is beschadigd. Kies een .qualcode-bestand of een reservekopie.</translation>
    </message>
    <message>
        <source>{name} is not there.</source>
        <translation>{name} is er niet.</translation>
    </message>
    <message>
        <source>{name} is not whole: it was copied while a program wrote it, without the file {journal} that lay beside it. Fetch both, or have it sent again after it was closed.</source>
        <translation>{name} is niet heel: het is gekopieerd terwijl een programma het schreef, zonder het bestand {journal} dat ernaast lag. Haal beide op, of laat het opnieuw sturen nadat het is gesloten.</translation>
    </message>
    <message>
        <source>{name} is not whole: it was copied while a program wrote it, without the file {journal} that lay beside it. Restore its backup of {date}.</source>
        <translation>{name} is niet heel: het is gekopieerd terwijl een programma het schreef, zonder het bestand {journal} dat ernaast lag. Zet de reservekopie van {date} terug.</translation>
    </message>
    <message>
        <source>{name} is not whole: {n} findings. Open a backup, or write a repaired copy with --repair.</source>
        <translation>{name} is niet heel: {n} bevindingen. Open een reservekopie, of schrijf een herstelde kopie met --repair.</translation>
    </message>
    <message>
        <source>{name} is the open project itself. Choose the files of the other coders.</source>
        <translation>{name} is het geopende project zelf. Kies de bestanden van de andere codeurs.</translation>
    </message>
    <message>
        <source>{name} is too large and was left out.</source>
        <translation>{name} is te groot en is weggelaten.</translation>
    </message>
    <message>
        <source>{name} is worked in while it is read, and there is no room for a copy to read from ({reason}). Make room, or try again in a moment.</source>
        <translation>Er wordt in {name} gewerkt terwijl het wordt gelezen, en er is geen ruimte voor een kopie om uit te lezen ({reason}). Maak ruimte, of probeer het straks opnieuw.</translation>
    </message>
    <message>
        <source>{name} leads out of the file and was left out.</source>
        <translation>{name} leidt buiten het bestand en is weggelaten.</translation>
    </message>
    <message>
        <source>{name} must be {wanted}, not {found}.</source>
        <translation>{name} moet {wanted} zijn, niet {found}.</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than a text is, as files do that are made to harm, so it was not opened. Ask its sender for a sound copy.</source>
        <translation>{name} pakt uit tot veel meer dan een tekst is, zoals bestanden doen die schade moeten aanrichten; het is niet geopend. Vraag de afzender om een gave kopie.</translation>
    </message>
    <message>
        <source>{n} are called {title}. Choose one of: {names}.</source>
        <translation>{n} heten {title}. Kies een van: {names}.</translation>
    </message>
    <message>
        <source>{n} rounds are called {title}. Choose one of: {names}.</source>
        <translation>{n} rondes heten {title}. Kies een van: {names}.</translation>
    </message>
    <message>
        <source>{n} values are needed.</source>
        <translation>Er zijn {n} waarden nodig.</translation>
    </message>
    <message>
        <source>{said} gives no facet a value. Write FACET=VALUE, such as role=measure.</source>
        <translation>{said} geeft geen facet een waarde. Schrijf FACET=WAARDE, zoals role=measure.</translation>
    </message>
    <message>
        <source>{said} is not a whole number. Write digits only.</source>
        <translation>{said} is geen heel getal. Schrijf alleen cijfers.</translation>
    </message>
    <message>
        <source>{start} to {end} is no place in {document}, which has {n} characters. Correct start and end, or give the quote.</source>
        <translation>{start} tot {end} is geen plaats in {document}, dat {n} tekens heeft. Verbeter begin en einde, of geef het citaat.</translation>
    </message>
    <message>
        <source>{title} came into this project again, so it cannot be put back. Use the document that is there.</source>
        <translation>{title} is opnieuw in dit project gekomen en kan dus niet worden teruggezet. Gebruik het document dat er is.</translation>
    </message>
    <message>
        <source>{title} cannot be put back: what was done since stands in its way, or took away what it needs. Undo that first.</source>
        <translation>{title} kan niet worden teruggezet: wat daarna is gedaan staat in de weg, of nam weg wat het nodig heeft. Maak dat eerst ongedaan.</translation>
    </message>
    <message>
        <source>{title} has {n} pages, and other ones were asked for. Choose among these.</source>
        <translation>{title} heeft {n} bladzijden, en er is om andere gevraagd. Kies uit deze.</translation>
    </message>
    <message>
        <source>{user} has had this project open since {since} on {host}. Open it read-only, or wait until it is closed there.</source>
        <translation>{user} heeft dit project open sinds {since} op {host}. Open het alleen om te lezen, of wacht tot het daar is gesloten.</translation>
    </message>
    <message>
        <source>{name} needs more memory than a document should. Print it to a new PDF, in parts if need be, and import that.</source>
        <translation>{name} vraagt meer geheugen dan bij een document past. Druk het af naar een nieuwe pdf, zo nodig in delen, en voeg die toe.</translation>
    </message>
    <message>
        <source>{name} opens only with a password. Import it again and give the password.</source>
        <translation>{name} gaat alleen open met een wachtwoord. Voeg het opnieuw toe en geef het wachtwoord.</translation>
    </message>
    <message>
        <source>{name} was emptied or overwritten by another program while it was open. Open a backup of it.</source>
        <translation>{name} is leeggemaakt of overschreven door een ander programma terwijl het open was. Open een reservekopie.</translation>
    </message>
    <message>
        <source>{name} was made by a newer QualCode (format {version}). Install the newest version to open it.</source>
        <translation>{name} is gemaakt door een nieuwere QualCode (formaat {version}). Installeer de nieuwste versie om het te openen.</translation>
    </message>
    <message>
        <source>{name} was moved, deleted or replaced while it was open, so the last act was not kept; all before it can be. Keep it as a new file and go on there.</source>
        <translation>{name} is verplaatst, verwijderd of vervangen terwijl het open was; de laatste handeling is niet bewaard, maar alles daarvoor is er nog. Bewaar het als nieuw bestand en ga daar verder.</translation>
    </message>
    <message>
        <source>{name} was not closed by the program that wrote it, so its pages are looked at first. Leave the look running; the project opens after it.</source>
        <translation>{name} is niet gesloten door het programma dat erin schreef; daarom wordt het eerst nagekeken. Laat dat lopen; daarna gaat het project open.</translation>
    </message>
    <message>
        <source>{name} would bring in another file from elsewhere. Open it in the program that made it, print it to a PDF and import that.</source>
        <translation>{name} zou een ander bestand van elders binnenhalen. Open het in het programma waarmee het is gemaakt, druk het af naar een pdf en importeer die.</translation>
    </message>
    <message>
        <source>{name} would unpack to {size} MB, {ratio} times its size in the file; {limit} times are allowed.</source>
        <translation>{name} zou uitgepakt {size} MB zijn, {ratio} keer zo groot als in het bestand; {limit} keer is toegestaan.</translation>
    </message>
    <message>
        <source>{n} areas are rounded to whole points for other programs.</source>
        <translation>{n} gebieden zijn voor andere programma’s afgerond op hele punten.</translation>
    </message>
    <message>
        <source>{n} clashes are still to be decided. Choose a version for each.</source>
        <translation>Er zijn nog {n} botsingen te beslissen. Kies bij elke een versie.</translation>
    </message>
    <message>
        <source>{n} codings leave out a footnote or running head, which other programs include.</source>
        <translation>{n} coderingen slaan een voetnoot of kopregel over, die andere programma’s meenemen.</translation>
    </message>
    <message>
        <source>{n} codings name a code or file that is not there.</source>
        <translation>{n} coderingen noemen een code of bestand dat er niet is.</translation>
    </message>
    <message>
        <source>{n} codings of pictures, sounds and videos were left out.</source>
        <translation>{n} coderingen van beelden, geluiden en video’s zijn weggelaten.</translation>
    </message>
    <message>
        <source>{n} codings on earlier texts of documents stay behind.</source>
        <translation>{n} coderingen op eerdere teksten van documenten blijven achter.</translation>
    </message>
    <message>
        <source>{n} decisions on differences between coders are in notes.</source>
        <translation>{n} beslissingen over verschillen tussen codeurs staan in notities.</translation>
    </message>
    <message>
        <source>{n} documents go out as text only, without a PDF.</source>
        <translation>{n} documenten gaan mee als alleen tekst, zonder pdf.</translation>
    </message>
    <message>
        <source>{n} drawings of codes were left out.</source>
        <translation>{n} tekeningen van codes zijn weggelaten.</translation>
    </message>
    <message>
        <source>{n} facets are in notes; other programs have no such thing.</source>
        <translation>{n} facetten staan in notities; andere programma’s kennen die niet.</translation>
    </message>
    <message>
        <source>{n} headings of documents are in notes.</source>
        <translation>{n} koppen van documenten staan in notities.</translation>
    </message>
    <message>
        <source>{n} highlights have no tag and were left out.</source>
        <translation>{n} markeringen hebben geen tag en zijn weggelaten.</translation>
    </message>
    <message>
        <source>{n} kept searches are in notes.</source>
        <translation>{n} bewaarde zoekopdrachten staan in notities.</translation>
    </message>
    <message>
        <source>{n} lines are still in doubt: {names}. Decide each, or leave it out.</source>
        <translation>{n} regels zijn nog onzeker: {names}. Beslis over elke regel of laat haar weg.</translation>
    </message>
    <message>
        <source>{n} links do not join two passages that come in.</source>
        <translation>{n} verbindingen verbinden geen twee passages die erbij komen.</translation>
    </message>
    <message>
        <source>{n} links point to codes that are not in the file.</source>
        <translation>{n} koppelingen wijzen naar codes die niet in het bestand staan.</translation>
    </message>
    <message>
        <source>{n} names stand for rows of different origin ({names}). Say of each whether it is one or two.</source>
        <translation>{n} namen staan voor rijen van verschillende herkomst ({names}). Zeg van elke naam of het er één of twee zijn.</translation>
    </message>
    <message>
        <source>{n} of {m} pages could not be read and are empty.</source>
        <translation>{n} van {m} bladzijden konden niet worden gelezen en zijn leeg.</translation>
    </message>
    <message>
        <source>{n} of {total} files were not added: {reasons}</source>
        <translation>{n} van {total} bestanden zijn niet toegevoegd: {reasons}</translation>
    </message>
    <message>
        <source>{n} of {total} lines could not be placed; nothing was imported. Mend them, or leave them out with --skip-bad.</source>
        <translation>{n} van {total} regels konden niet worden geplaatst; er is niets ingelezen. Herstel ze, of laat ze weg met --skip-bad.</translation>
    </message>
    <message>
        <source>{n} pictures were left out.</source>
        <translation>{n} beelden zijn weggelaten.</translation>
    </message>
    <message>
        <source>{n} questions to the codings are in notes.</source>
        <translation>{n} vragen aan de coderingen staan in notities.</translation>
    </message>
    <message>
        <source>{n} reading statuses are in notes.</source>
        <translation>{n} leesstatussen staan in notities.</translation>
    </message>
    <message>
        <source>{n} registers with their propositions are in notes.</source>
        <translation>{n} registers met hun proposities staan in notities.</translation>
    </message>
    <message>
        <source>{n} relations between passages are links; their kind is in the name.</source>
        <translation>{n} relaties tussen passages zijn verbindingen; hun soort staat in de naam.</translation>
    </message>
    <message>
        <source>{n} rows of notes name something that is not here.</source>
        <translation>{n} rijen van notities noemen iets wat hier niet is.</translation>
    </message>
    <message>
        <source>{n} sentences of the report are in notes.</source>
        <translation>{n} zinnen van het rapport staan in notities.</translation>
    </message>
    <message>
        <source>{n} sounds were left out.</source>
        <translation>{n} geluiden zijn weggelaten.</translation>
    </message>
    <message>
        <source>{n} summaries of cases are in notes.</source>
        <translation>{n} samenvattingen van casussen staan in notities.</translation>
    </message>
    <message>
        <source>{n} tasks of coders are in notes.</source>
        <translation>{n} taken van codeurs staan in notities.</translation>
    </message>
    <message>
        <source>{n} themes have no fixed codebook version. Make a version first.</source>
        <translation>{n} thema&apos;s hebben geen vastgestelde codeboekversie. Maak eerst een versie.</translation>
    </message>
    <message>
        <source>{n} transcripts of sounds and videos were left out.</source>
        <translation>{n} transcripten van geluiden en video’s zijn weggelaten.</translation>
    </message>
    <message>
        <source>{n} values are not of the kind of their variable.</source>
        <translation>{n} waarden zijn niet van de soort van hun variabele.</translation>
    </message>
    <message>
        <source>{n} verdicts are in notes, which other programs show as text.</source>
        <translation>{n} oordelen staan in notities, die andere programma’s als tekst tonen.</translation>
    </message>
    <message>
        <source>{n} videos were left out.</source>
        <translation>{n} video’s zijn weggelaten.</translation>
    </message>
    <message>
        <source>{parent} above {key} is retired. Revive it first.</source>
        <translation>{parent}, boven {key}, is buiten gebruik. Neem die code eerst weer in gebruik.</translation>
    </message>
    <message>
        <source>{path} is no name of a source; nothing was opened.</source>
        <translation>{path} is geen naam van een bron; er is niets geopend.</translation>
    </message>
    <message>
        <source>{path} lies outside the file and was not opened. Point to it yourself.</source>
        <translation>{path} ligt buiten het bestand en is niet geopend. Wijs het zelf aan.</translation>
    </message>
    <message>
        <source>{said} does not choose a column. Write one of {tells}, = and one of the headings {names}.</source>
        <translation>{said} kiest geen kolom. Schrijf een van {tells}, = en een van de koppen {names}.</translation>
    </message>
    <message>
        <source>{said} does not give a colour its code. Write COLOUR=KEY, such as #ffed00=WON-2.</source>
        <translation>{said} geeft geen kleur een code. Schrijf KLEUR=SLEUTEL, zoals #ffed00=WON-2.</translation>
    </message>
    <message>
        <source>{said} is no verdict on {key}. Choose one of {keys}.</source>
        <translation>{said} is geen oordeel over {key}. Kies uit {keys}.</translation>
    </message>
    <message>
        <source>{said} names no file. Write the guid of the source, = and a path.</source>
        <translation>{said} noemt geen bestand. Schrijf de guid van de bron, = en een pad.</translation>
    </message>
    <message>
        <source>{text} does not say whether it is in the corpus. Write in, out or open.</source>
        <translation>{text} zegt niet of het bij het corpus hoort. Schrijf in, uit of open.</translation>
    </message>
    <message>
        <source>{text} ends before it begins. Turn the days round.</source>
        <translation>{text} eindigt voordat het begint. Draai de dagen om.</translation>
    </message>
    <message>
        <source>{text} is no date. Write it as 2018-03-21 or 21-3-2018.</source>
        <translation>{text} is geen datum. Schrijf 2018-03-21 of 21-3-2018.</translation>
    </message>
    <message>
        <source>{text} is no number. Write digits, with a decimal comma.</source>
        <translation>{text} is geen getal. Schrijf cijfers, met een decimale komma.</translation>
    </message>
    <message>
        <source>{text} may be read as two numbers. Write it without the point, or with a comma for decimals.</source>
        <translation>{text} kan twee getallen zijn. Schrijf het zonder punt, of met een komma voor de decimalen.</translation>
    </message>
    <message>
        <source>{text} names no place in a source.</source>
        <translation>{text} noemt geen plaats in een bron.</translation>
    </message>
    <message>
        <source>{text} says neither yes nor no. Write yes or no.</source>
        <translation>{text} zegt ja noch nee. Schrijf ja of nee.</translation>
    </message>
    <message>
        <source>{value} is no date.</source>
        <translation>{value} is geen datum.</translation>
    </message>
    <message>
        <source>{value} is no number.</source>
        <translation>{value} is geen getal.</translation>
    </message>
    <message>
        <source>{value} is no whole number.</source>
        <translation>{value} is geen heel getal.</translation>
    </message>
    <message>
        <source>{value} is not in the range {range}.</source>
        <translation>{value} ligt buiten {range}.</translation>
    </message>
    <message>
        <source>{value} is not one of {choices}.</source>
        <translation>{value} is niet een van {choices}.</translation>
    </message>
    <message>
        <source>{where} is missing.</source>
        <translation>{where} ontbreekt.</translation>
    </message>
    <message>
        <source>{where} is missing. Choose one of: {choices}.</source>
        <translation>{where} ontbreekt. Kies een van: {choices}.</translation>
    </message>
    <message>
        <source>{where} is not right: {problem}</source>
        <translation>{where} klopt niet: {problem}</translation>
    </message>
    <message>
        <source>{which} has no version of clash {uid}. See --plan for what is said of it.</source>
        <translation>{which} heeft geen versie van botsing {uid}. Zie --plan voor wat ervan wordt gezegd.</translation>
    </message>
    <message>
        <source>{words} does not belong in this command.</source>
        <translation>{words} hoort niet in deze opdracht.</translation>
    </message>
    <message>
        <source>“{line}” is not understood. Write a percentage, the Dutch words and the English words, such as 30: enkele / some, a few.</source>
        <translation>‘{line}’ is niet te begrijpen. Schrijf een percentage, de Nederlandse en de Engelse woorden, zoals 30: enkele / some, a few.</translation>
    </message>
    <message>
        <source>“{text}” is no number. Write it like 20 jaar, 15–25 % or 2027; several with ; between.</source>
        <translation>“{text}” is geen getal. Schrijf het als 20 jaar, 15–25 % of 2027; meer getallen met ; ertussen.</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>characters</source>
        <translation>tekens</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>UTF-16-eenheden</translation>
    </message>
    <message>
        <source>{unit}, a line end as two</source>
        <translation>{unit}, een regeleinde als twee</translation>
    </message>
    <message>
        <source>{unit}, a line end as one</source>
        <translation>{unit}, een regeleinde als één</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Key</source>
        <translation>Sleutel</translation>
    </message>
    <message>
        <source>Code above</source>
        <translation>Bovenliggende code</translation>
    </message>
    <message>
        <source>Name in Dutch</source>
        <translation>Naam in het Nederlands</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Naam in het Engels</translation>
    </message>
    <message>
        <source>Short definition in Dutch</source>
        <translation>Korte definitie in het Nederlands</translation>
    </message>
    <message>
        <source>Short definition in English</source>
        <translation>Korte definitie in het Engels</translation>
    </message>
    <message>
        <source>Full definition in Dutch</source>
        <translation>Volledige definitie in het Nederlands</translation>
    </message>
    <message>
        <source>Full definition in English</source>
        <translation>Volledige definitie in het Engels</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>Wanneer wel</translation>
    </message>
    <message>
        <source>When not to use</source>
        <translation>Wanneer niet</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Borderline case</source>
        <translation>Grensgeval</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Zijde</translation>
    </message>
    <message>
        <source>Pole A</source>
        <translation>Pool A</translation>
    </message>
    <message>
        <source>Pole B</source>
        <translation>Pool B</translation>
    </message>
    <message>
        <source>In use by default</source>
        <translation>Standaard in gebruik</translation>
    </message>
    <message>
        <source>Residual code</source>
        <translation>Restcode</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Still true</source>
        <translation>Klopt nog</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Cannot be counted: not read</source>
        <translation>Niet te tellen: niet gelezen</translation>
    </message>
    <message>
        <source>Cannot be counted</source>
        <translation>Niet te tellen</translation>
    </message>
    <message>
        <source>Absent and present</source>
        <translation>Afwezig en aanwezig</translation>
    </message>
    <message>
        <source>Only, and also elsewhere</source>
        <translation>Alleen, en ook elders</translation>
    </message>
    <message>
        <source>With and without do not fit</source>
        <translation>Met en zonder passen niet</translation>
    </message>
    <message>
        <source>Claim on a group and its codings</source>
        <translation>Bewering over een groep en haar coderingen</translation>
    </message>
    <message>
        <source>Outside the corpus</source>
        <translation>Buiten het corpus</translation>
    </message>
    <message>
        <source>Other numbers than found</source>
        <translation>Andere aantallen dan gevonden</translation>
    </message>
    <message>
        <source>Word for how many</source>
        <translation>Woord voor hoeveel</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Ander getal</translation>
    </message>
    <message>
        <source>Does not add up</source>
        <translation>Telt niet op</translation>
    </message>
    <message>
        <source>In another group</source>
        <translation>In een andere groep</translation>
    </message>
    <message>
        <source>Two wordings</source>
        <translation>Twee bewoordingen</translation>
    </message>
    <message>
        <source>Quotation not in the document</source>
        <translation>Citaat niet in het document</translation>
    </message>
    <message>
        <source>Nearly a label</source>
        <translation>Bijna een codenaam</translation>
    </message>
    <message>
        <source>example</source>
        <translation>voorbeeld</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>uitzondering</translation>
    </message>
    <message>
        <source>Not read: {names}</source>
        <translation>Niet gelezen: {names}</translation>
    </message>
    <message>
        <source>Came: {names}</source>
        <translation>Erbij: {names}</translation>
    </message>
    <message>
        <source>Went: {names}</source>
        <translation>Weg: {names}</translation>
    </message>
    <message>
        <source>Was {n} of {of}, is {m} of {of_m}</source>
        <translation>Was {n} van {of}, is {m} van {of_m}</translation>
    </message>
    <message>
        <source>1 contradiction</source>
        <translation>1 tegenspraak</translation>
    </message>
    <message>
        <source>{n} contradictions</source>
        <translation>{n} tegenspraken</translation>
    </message>
    <message>
        <source>What cannot both hold in the whole project</source>
        <translation>Wat in het hele project niet samen kan</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>Begin a project: title, coder, codebook and documents</source>
        <translation>Begin een project: titel, codeur, codeboek en documenten</translation>
    </message>
    <message>
        <source>Open a project file; one that came from somebody else asks who you are</source>
        <translation>Open een projectbestand; een bestand van een ander vraagt wie u bent</translation>
    </message>
    <message>
        <source>Look around in three invented agreements, coded by two people</source>
        <translation>Kijk rond in drie verzonnen akkoorden, gecodeerd door twee mensen</translation>
    </message>
    <message>
        <source>Back to the start page; everything is kept already</source>
        <translation>Terug naar de startpagina; alles is al bewaard</translation>
    </message>
    <message>
        <source>Take in PDFs, texts and pictures; each is read once and never changes afterwards</source>
        <translation>Neem pdf’s, teksten en plaatjes op; elk wordt één keer gelezen en verandert daarna niet meer</translation>
    </message>
    <message>
        <source>Take in every document of a folder; what cannot be read is named</source>
        <translation>Neem elk document uit een map op; wat niet te lezen is, wordt genoemd</translation>
    </message>
    <message>
        <source>Take cases, waves, groups and attributes from a spreadsheet, after doubts are asked</source>
        <translation>Neem casussen, golven, groepen en kenmerken uit een rekenblad; twijfels worden gevraagd</translation>
    </message>
    <message>
        <source>Take codings from a csv or workbook; each line is shown with its place or why it has none</source>
        <translation>Neem coderingen uit een csv of werkmap; van elke regel ziet u de plaats of waarom die ontbreekt</translation>
    </message>
    <message>
        <source>Take in a project of NVivo, ATLAS.ti, MAXQDA, QualCoder or Taguette, with a plan first</source>
        <translation>Neem een project van NVivo, ATLAS.ti, MAXQDA, QualCoder of Taguette op, met eerst een plan</translation>
    </message>
    <message>
        <source>Write the whole project as .qdpx, and list what other programs will not show</source>
        <translation>Schrijf het hele project als .qdpx, met een lijst van wat andere programma’s niet tonen</translation>
    </message>
    <message>
        <source>Make a file for another coder to work in; it can be merged later</source>
        <translation>Maak een bestand voor een andere codeur; het is later samen te voegen</translation>
    </message>
    <message>
        <source>Deal documents out among coders, and make a file for each with only that coder&apos;s work</source>
        <translation>Verdeel documenten over codeurs en maak voor elk een bestand met alleen diens eigen werk</translation>
    </message>
    <message>
        <source>Make one file of your work for the lead of the project</source>
        <translation>Maak één bestand van uw werk voor de projectleider</translation>
    </message>
    <message>
        <source>Take in new documents or codes that the lead sent; your work stays</source>
        <translation>Neem nieuwe documenten of codes van de projectleider op; uw werk blijft staan</translation>
    </message>
    <message>
        <source>See beside your own codings those of the training&apos;s model coder</source>
        <translation>Zie naast uw coderingen die van de voorbeeldcodeur van de oefening</translation>
    </message>
    <message>
        <source>Keep the agreement on the open document in the status bar, in training rounds only</source>
        <translation>Houd de overeenstemming over het open document in de statusbalk, alleen in oefenrondes</translation>
    </message>
    <message>
        <source>Compare files of coders with this project; nothing changes before you decide</source>
        <translation>Vergelijk bestanden van codeurs met dit project; er verandert niets voordat u besluit</translation>
    </message>
    <message>
        <source>List merges and imports; each can be withdrawn as a whole</source>
        <translation>Toon samenvoegingen en imports; elk is in zijn geheel in te trekken</translation>
    </message>
    <message>
        <source>See who did what, and when, by document, code or coder</source>
        <translation>Zie wie wanneer wat deed, per document, code of codeur</translation>
    </message>
    <message>
        <source>Give codings to another coder, or make two names of one person one</source>
        <translation>Geef coderingen aan een andere codeur, of maak van twee namen van één persoon één</translation>
    </message>
    <message>
        <source>Hold the file, its history and every quote against each other</source>
        <translation>Houd het bestand, de geschiedenis en elk citaat tegen elkaar</translation>
    </message>
    <message>
        <source>Compare an earlier state with the present one, or restore it into a new file</source>
        <translation>Vergelijk een eerdere stand met de huidige, of zet die terug in een nieuw bestand</translation>
    </message>
    <message>
        <source>Write tables, a report, marked PDFs or an archive</source>
        <translation>Schrijf tabellen, een rapport, pdf’s met markeringen of een archief</translation>
    </message>
    <message>
        <source>Leave the program; everything is kept already</source>
        <translation>Verlaat het programma; alles is al bewaard</translation>
    </message>
    <message>
        <source>Take back the last act, in whichever document it was</source>
        <translation>Neem de laatste handeling terug, in welk document die ook was</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Doe opnieuw wat u terugnam</translation>
    </message>
    <message>
        <source>Copy the selected words, or those of the active coding</source>
        <translation>Kopieer de geselecteerde woorden, of die van de actieve codering</translation>
    </message>
    <message>
        <source>Copy the words between quotation marks with title, year and printed page</source>
        <translation>Kopieer de woorden tussen aanhalingstekens met titel, jaar en gedrukte bladzijde</translation>
    </message>
    <message>
        <source>Find words in this document, also over the ends of lines and pages</source>
        <translation>Zoek woorden in dit document, ook over regel- en bladzijde-einden heen</translation>
    </message>
    <message>
        <source>Find words in all documents; hits can become codings</source>
        <translation>Zoek woorden in alle documenten; treffers kunnen coderingen worden</translation>
    </message>
    <message>
        <source>Search all documents for the words that the codebook names with the code</source>
        <translation>Zoek in alle documenten naar de woorden die het codeboek bij de code noemt</translation>
    </message>
    <message>
        <source>Go to the next place that was found</source>
        <translation>Ga naar de volgende gevonden plaats</translation>
    </message>
    <message>
        <source>Go to the place found before this one</source>
        <translation>Ga naar de vorige gevonden plaats</translation>
    </message>
    <message>
        <source>Say which documents count, and to which case, wave and group they belong</source>
        <translation>Bepaal welke documenten meetellen en bij welke casus, golf en groep ze horen</translation>
    </message>
    <message>
        <source>Read documents and put codes on passages</source>
        <translation>Lees documenten en codeer fragmenten</translation>
    </message>
    <message>
        <source>Judge propositions on each document, with passages as evidence</source>
        <translation>Beoordeel uitspraken per document, met fragmenten als bewijs</translation>
    </message>
    <message>
        <source>Bring the work of several files together by a plan</source>
        <translation>Breng het werk uit verschillende bestanden volgens een plan bij elkaar</translation>
    </message>
    <message>
        <source>See how far coders agree, and the passages behind each figure</source>
        <translation>Zie hoever codeurs het eens zijn, met de fragmenten achter elk cijfer</translation>
    </message>
    <message>
        <source>Settle, place by place, where coders differ</source>
        <translation>Beslis plaats voor plaats waar codeurs verschillen</translation>
    </message>
    <message>
        <source>Count what was coded, and say it in sentences with n of N</source>
        <translation>Tel wat er gecodeerd is en zeg het in zinnen met n van N</translation>
    </message>
    <message>
        <source>Give the page the room of what stands at the left</source>
        <translation>Geef de bladzijde de ruimte van wat links staat</translation>
    </message>
    <message>
        <source>Give the page the room of what stands at the right</source>
        <translation>Geef de bladzijde de ruimte van wat rechts staat</translation>
    </message>
    <message>
        <source>Hide both sides, to read without anything beside the page</source>
        <translation>Verberg beide kanten en lees zonder iets naast de bladzijde</translation>
    </message>
    <message>
        <source>Move the keyboard to the next part of the window</source>
        <translation>Ga met het toetsenbord naar het volgende deel van het venster</translation>
    </message>
    <message>
        <source>Move the keyboard to the part of the window before this one</source>
        <translation>Ga met het toetsenbord naar het vorige deel van het venster</translation>
    </message>
    <message>
        <source>Type a part of a title to shorten the list of documents</source>
        <translation>Typ een deel van een titel om de lijst met documenten in te korten</translation>
    </message>
    <message>
        <source>Type some letters of a code to find it in the codebook</source>
        <translation>Typ een paar letters van een code om haar in het codeboek te vinden</translation>
    </message>
    <message>
        <source>Go to the list of codings, which can be sorted and changed many at once</source>
        <translation>Ga naar de lijst van coderingen; die is te sorteren en met veel tegelijk te wijzigen</translation>
    </message>
    <message>
        <source>Let all panels show only some codes, families or coders</source>
        <translation>Laat alle panelen alleen sommige codes, families of codeurs tonen</translation>
    </message>
    <message>
        <source>Show every coding again; a filter only hides</source>
        <translation>Toon weer elke codering; een filter verbergt alleen</translation>
    </message>
    <message>
        <source>Show what others coded on the page too; in a blind file there is only your own</source>
        <translation>Toon ook wat anderen op de bladzijde codeerden; een blind bestand heeft alleen uw eigen werk</translation>
    </message>
    <message>
        <source>Make the page larger</source>
        <translation>Maak de bladzijde groter</translation>
    </message>
    <message>
        <source>Make the page smaller</source>
        <translation>Maak de bladzijde kleiner</translation>
    </message>
    <message>
        <source>Make the page as wide as its room</source>
        <translation>Maak de bladzijde zo breed als haar ruimte</translation>
    </message>
    <message>
        <source>Show a whole page at once</source>
        <translation>Toon een hele bladzijde tegelijk</translation>
    </message>
    <message>
        <source>Let the stripes in the margin stand for codes, coders or families, in turn</source>
        <translation>Laat de strepen in de marge om de beurt codes, codeurs of families tonen</translation>
    </message>
    <message>
        <source>Show two pages next to each other, as in an open book</source>
        <translation>Toon twee bladzijden naast elkaar, zoals in een open boek</translation>
    </message>
    <message>
        <source>See the pages small in the left side, to jump to one</source>
        <translation>Zie de bladzijden klein in de linkerkant, om er een te kiezen</translation>
    </message>
    <message>
        <source>Use the whole screen; once more brings the window back</source>
        <translation>Gebruik het hele scherm; nog eens brengt het venster terug</translation>
    </message>
    <message>
        <source>Open the next document of the list</source>
        <translation>Open het volgende document van de lijst</translation>
    </message>
    <message>
        <source>Open the document above this one in the list</source>
        <translation>Open het vorige document van de lijst</translation>
    </message>
    <message>
        <source>Type a page as it is printed, or its number in the file</source>
        <translation>Typ een bladzijde zoals gedrukt, of het nummer in het bestand</translation>
    </message>
    <message>
        <source>Return to where you came from, also in another document</source>
        <translation>Keer terug naar waar u vandaan kwam, ook in een ander document</translation>
    </message>
    <message>
        <source>Undo a step back</source>
        <translation>Maak een stap terug ongedaan</translation>
    </message>
    <message>
        <source>Put the selected words into the contents of the document</source>
        <translation>Zet de geselecteerde woorden in de inhoudsopgave van het document</translation>
    </message>
    <message>
        <source>Write the heading of the contents in other words</source>
        <translation>Schrijf het kopje in de inhoudsopgave anders</translation>
    </message>
    <message>
        <source>Let the heading stand beside the one it stands below</source>
        <translation>Zet het kopje naast het kopje waar het onder staat</translation>
    </message>
    <message>
        <source>Let the heading stand below the one before it</source>
        <translation>Zet het kopje onder het kopje ervoor</translation>
    </message>
    <message>
        <source>Take the heading out of the contents; the text stays</source>
        <translation>Haal het kopje uit de inhoudsopgave; de tekst blijft</translation>
    </message>
    <message>
        <source>Set the marked theme from not started to busy to read; only read makes absence a finding</source>
        <translation>Zet het gemarkeerde thema van niet begonnen op bezig en dan op gelezen; pas dan is afwezigheid een bevinding</translation>
    </message>
    <message>
        <source>Set the marked theme one step back, from read to busy to not started</source>
        <translation>Zet het gemarkeerde thema een stap terug, van gelezen op bezig op niet begonnen</translation>
    </message>
    <message>
        <source>Set all themes of this document to read by you</source>
        <translation>Zet alle thema’s van dit document voor u op gelezen</translation>
    </message>
    <message>
        <source>Set all themes of this document to busy, so that nothing counts as absent</source>
        <translation>Zet alle thema’s van dit document op bezig, zodat niets als afwezig telt</translation>
    </message>
    <message>
        <source>Give the document another title; the file stays as it is</source>
        <translation>Geef het document een andere titel; het bestand blijft zoals het is</translation>
    </message>
    <message>
        <source>Take the document out of the project with its codings; undo brings it back</source>
        <translation>Haal het document met zijn coderingen uit het project; ongedaan maken brengt het terug</translation>
    </message>
    <message>
        <source>Select the next sentence, to read with the keyboard</source>
        <translation>Selecteer de volgende zin, om met het toetsenbord te lezen</translation>
    </message>
    <message>
        <source>Select the sentence before</source>
        <translation>Selecteer de vorige zin</translation>
    </message>
    <message>
        <source>Make the next coding of the document the active one</source>
        <translation>Maak de volgende codering van het document actief</translation>
    </message>
    <message>
        <source>Make the coding before the active one</source>
        <translation>Maak de vorige codering van het document actief</translation>
    </message>
    <message>
        <source>Type some letters of a code and put it on the selected words</source>
        <translation>Typ een paar letters van een code en geef die aan de geselecteerde woorden</translation>
    </message>
    <message>
        <source>Put the code used last on the selected words</source>
        <translation>Geef de geselecteerde woorden de laatst gebruikte code</translation>
    </message>
    <message>
        <source>Code with what the search or the suggestions propose at this place</source>
        <translation>Codeer met wat de zoekactie of de suggesties hier voorstellen</translation>
    </message>
    <message>
        <source>Where codings lie on each other, make the next one active</source>
        <translation>Maak de volgende codering actief waar coderingen op elkaar liggen</translation>
    </message>
    <message>
        <source>Where codings lie on each other, make the one before active</source>
        <translation>Maak de vorige codering actief waar coderingen op elkaar liggen</translation>
    </message>
    <message>
        <source>Select the words of the active coding, to give them a second code</source>
        <translation>Selecteer de woorden van de actieve codering, om ze een tweede code te geven</translation>
    </message>
    <message>
        <source>Remove the active coding, or all that are marked in the list</source>
        <translation>Verwijder de actieve codering, of alle die in de lijst gemarkeerd zijn</translation>
    </message>
    <message>
        <source>Make a code that is called as the selected words are</source>
        <translation>Maak een code die heet zoals de geselecteerde woorden</translation>
    </message>
    <message>
        <source>Make a code for the selected words and put it on them</source>
        <translation>Maak een code voor de geselecteerde woorden en codeer ze ermee</translation>
    </message>
    <message>
        <source>Say on the card when another code has to be used</source>
        <translation>Zeg op de kaart wanneer een andere code moet worden gebruikt</translation>
    </message>
    <message>
        <source>Show definition, examples and boundaries of the code in full</source>
        <translation>Toon definitie, voorbeelden en grenzen van de code volledig</translation>
    </message>
    <message>
        <source>Let the selection reach to the end of the next sentence</source>
        <translation>Laat de selectie doorlopen tot het einde van de volgende zin</translation>
    </message>
    <message>
        <source>Let the selection begin with the sentence before it</source>
        <translation>Laat de selectie beginnen bij de zin ervoor</translation>
    </message>
    <message>
        <source>Add a sentence to the selection</source>
        <translation>Voeg een zin toe aan de selectie</translation>
    </message>
    <message>
        <source>Take the last sentence out of the selection</source>
        <translation>Haal de laatste zin uit de selectie</translation>
    </message>
    <message>
        <source>Stretch the selection to the sentences it touches</source>
        <translation>Rek de selectie op tot de zinnen die zij raakt</translation>
    </message>
    <message>
        <source>Put a caret into the text, to select letter by letter with the arrows</source>
        <translation>Zet een cursor in de tekst, om met de pijltjes letter voor letter te selecteren</translation>
    </message>
    <message>
        <source>Draw a rectangle on the page and code it, as on scans and pictures</source>
        <translation>Teken een rechthoek op de bladzijde en codeer die, zoals op scans en plaatjes</translation>
    </message>
    <message>
        <source>Let this coding weigh most where several lie on one place</source>
        <translation>Laat deze codering het zwaarst wegen waar er meer op één plaats liggen</translation>
    </message>
    <message>
        <source>Move the beginning and end of the active coding with the arrows</source>
        <translation>Verplaats begin en einde van de actieve codering met de pijltjes</translation>
    </message>
    <message>
        <source>Make two codings of the active one, at the caret</source>
        <translation>Maak twee coderingen van de actieve, bij de cursor</translation>
    </message>
    <message>
        <source>Make one coding of this and its neighbour with the same code</source>
        <translation>Maak één codering van deze en haar buur met dezelfde code</translation>
    </message>
    <message>
        <source>Say that the passage tells what is the case</source>
        <translation>Zeg dat het fragment vertelt wat er aan de hand is</translation>
    </message>
    <message>
        <source>Say that the passage tells what will be done</source>
        <translation>Zeg dat het fragment vertelt wat er gaat gebeuren</translation>
    </message>
    <message>
        <source>Say that the passage takes a stance</source>
        <translation>Zeg dat het fragment een standpunt inneemt</translation>
    </message>
    <message>
        <source>Say that the passage goes the way of the source</source>
        <translation>Zeg dat het fragment met de bron meegaat</translation>
    </message>
    <message>
        <source>Say that the passage goes both ways</source>
        <translation>Zeg dat het fragment beide kanten op gaat</translation>
    </message>
    <message>
        <source>Say that the passage goes against the source</source>
        <translation>Zeg dat het fragment tegen de bron ingaat</translation>
    </message>
    <message>
        <source>Say how concrete the passage is, from named only to checkable</source>
        <translation>Zeg hoe concreet het fragment is, van alleen genoemd tot toetsbaar</translation>
    </message>
    <message>
        <source>Fill in numbers, instruments and other facets of the active coding</source>
        <translation>Vul getallen, instrumenten en andere facetten van de actieve codering in</translation>
    </message>
    <message>
        <source>Keep as a finding that you looked for the code and it is not here</source>
        <translation>Bewaar als bevinding dat u naar de code zocht en zij hier niet staat</translation>
    </message>
    <message>
        <source>See everything that was judged not mentioned, and on which search it rests</source>
        <translation>Zie alles wat als niet genoemd beoordeeld is, en op welke zoekactie dat rust</translation>
    </message>
    <message>
        <source>Add a question of your own that can be answered on codings</source>
        <translation>Voeg een eigen vraag toe die bij coderingen te beantwoorden is</translation>
    </message>
    <message>
        <source>Give the marked code a digit key, for you alone</source>
        <translation>Geef de gemarkeerde code een cijfertoets, alleen voor u</translation>
    </message>
    <message>
        <source>Leave the active coding, the selection, or return to where you came from</source>
        <translation>Verlaat de actieve codering of de selectie, of keer terug naar waar u vandaan kwam</translation>
    </message>
    <message>
        <source>Change label, definition and boundaries; how it was stays on record</source>
        <translation>Wijzig naam, definitie en grenzen; hoe het was blijft vastgelegd</translation>
    </message>
    <message>
        <source>Add a code to the codebook</source>
        <translation>Voeg een code toe aan het codeboek</translation>
    </message>
    <message>
        <source>Let another code take over this one with its codings</source>
        <translation>Laat een andere code deze overnemen, met haar coderingen</translation>
    </message>
    <message>
        <source>Divide the code into new ones; its codings are listed to be reviewed</source>
        <translation>Deel de code op in nieuwe; haar coderingen komen in de lijst om na te lopen</translation>
    </message>
    <message>
        <source>Offer the code no more; its codings stay</source>
        <translation>Bied de code niet meer aan; haar coderingen blijven</translation>
    </message>
    <message>
        <source>Offer a retired code again</source>
        <translation>Bied een code die buiten gebruik was weer aan</translation>
    </message>
    <message>
        <source>Choose which codes are worked with now; the others turn grey</source>
        <translation>Kies met welke codes nu wordt gewerkt; de andere worden grijs</translation>
    </message>
    <message>
        <source>Fix the codebook as it is, or see what changed between two versions</source>
        <translation>Leg het codeboek vast zoals het is, of zie wat tussen twee versies veranderde</translation>
    </message>
    <message>
        <source>Look at the codings that were made with an earlier meaning of their code</source>
        <translation>Bekijk de coderingen die met een eerdere betekenis van hun code zijn gemaakt</translation>
    </message>
    <message>
        <source>Take a codebook from a file; what changed on both sides is asked</source>
        <translation>Neem een codeboek uit een bestand; wat aan beide kanten veranderde, wordt gevraagd</translation>
    </message>
    <message>
        <source>Write the codebook as .qdc, csv, workbook, or to print</source>
        <translation>Schrijf het codeboek als .qdc, csv, werkmap, of om af te drukken</translation>
    </message>
    <message>
        <source>Write into both codes which one is to be used where coders chose differently</source>
        <translation>Schrijf in beide codes welke geldt waar codeurs verschillend kozen</translation>
    </message>
    <message>
        <source>Copy a sentence on these figures that a methods section can quote</source>
        <translation>Kopieer een zin over deze cijfers voor de verantwoording</translation>
    </message>
    <message>
        <source>Hold every quotation of a draft against the documents, letter by letter</source>
        <translation>Houd elk citaat van een concept letter voor letter tegen de documenten</translation>
    </message>
    <message>
        <source>Make codings of the highlights that another program left in the PDF</source>
        <translation>Maak coderingen van de markeringen die een ander programma in de pdf achterliet</translation>
    </message>
    <message>
        <source>Let Tesseract read pages without text; codings go along to the new text</source>
        <translation>Laat Tesseract bladzijden zonder tekst lezen; coderingen gaan mee naar de nieuwe tekst</translation>
    </message>
    <message>
        <source>Let Tesseract read this page again, where its text is bad</source>
        <translation>Laat Tesseract deze bladzijde opnieuw lezen als de tekst slecht is</translation>
    </message>
    <message>
        <source>See page by page whether the text of documents can be trusted</source>
        <translation>Zie bladzijde voor bladzijde of de tekst van documenten te vertrouwen is</translation>
    </message>
    <message>
        <source>Write a note, question or decision on what is active or selected</source>
        <translation>Schrijf een notitie, vraag of besluit bij wat actief of geselecteerd is</translation>
    </message>
    <message>
        <source>Write the marked memo anew</source>
        <translation>Herschrijf de gemarkeerde memo</translation>
    </message>
    <message>
        <source>Remove the marked memo; undo brings it back</source>
        <translation>Verwijder de gemarkeerde memo; ongedaan maken brengt haar terug</translation>
    </message>
    <message>
        <source>Let what coder {digit} says be the outcome at this place</source>
        <translation>Laat gelden wat codeur {digit} op deze plaats zegt</translation>
    </message>
    <message>
        <source>Let all codes of the coders hold at this place</source>
        <translation>Laat alle codes van de codeurs op deze plaats gelden</translation>
    </message>
    <message>
        <source>Choose code, place and facets of the outcome yourself</source>
        <translation>Kies zelf code, plaats en facetten van de uitkomst</translation>
    </message>
    <message>
        <source>Let no coding hold at this place</source>
        <translation>Laat op deze plaats geen codering gelden</translation>
    </message>
    <message>
        <source>Leave the place open with a memo, to talk about it</source>
        <translation>Laat de plaats open met een memo, om erover te praten</translation>
    </message>
    <message>
        <source>Go to the next difference without deciding this one</source>
        <translation>Ga naar het volgende verschil zonder hier te beslissen</translation>
    </message>
    <message>
        <source>Go to the difference before this one</source>
        <translation>Ga naar het vorige verschil</translation>
    </message>
    <message>
        <source>Make outcomes of everything that all coders said alike, in one act</source>
        <translation>Maak in één handeling uitkomsten van alles wat alle codeurs gelijk zeiden</translation>
    </message>
    <message>
        <source>Go to the work that runs, where it can be stopped</source>
        <translation>Ga naar het werk dat loopt, om het te kunnen stoppen</translation>
    </message>
    <message>
        <source>Open the manual at what you are looking at; no network is needed</source>
        <translation>Open de handleiding bij wat u voor u hebt; zonder netwerk</translation>
    </message>
    <message>
        <source>Find every command by its name, and learn its key</source>
        <translation>Vind elke opdracht op naam en leer haar toets</translation>
    </message>
    <message>
        <source>Select, code, compare, look behind a figure and export, in two minutes</source>
        <translation>Selecteer, codeer, vergelijk, kijk achter een cijfer en exporteer, in twee minuten</translation>
    </message>
    <message>
        <source>Read what this version brings, and those before it</source>
        <translation>Lees wat deze versie brengt, en de versies ervoor</translation>
    </message>
    <message>
        <source>Read how to cite the program, a passage and a count with its agreement</source>
        <translation>Lees hoe u het programma, een fragment en een telling met haar overeenstemming aanhaalt</translation>
    </message>
    <message>
        <source>Choose language, theme, size of text and more; each choice holds at once</source>
        <translation>Kies taal, thema, tekstgrootte en meer; elke keuze geldt meteen</translation>
    </message>
    <message>
        <source>Give commands other keys; a clash is named</source>
        <translation>Geef opdrachten andere toetsen; een botsing wordt genoemd</translation>
    </message>
    <message>
        <source>See version and licence</source>
        <translation>Zie versie en licentie</translation>
    </message>
    <message>
        <source>Put the code that you pinned to {digit} on the selected words</source>
        <translation>Geef de geselecteerde woorden de code die u op {digit} hebt vastgezet</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>added</source>
        <translation>toegevoegd</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>samengevoegd</translation>
    </message>
    <message>
        <source>given another code</source>
        <translation>andere code gekregen</translation>
    </message>
    <message>
        <source>given other edges</source>
        <translation>andere grenzen gekregen</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>gerangschikt</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>ingelezen</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>hernoemd</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verplaatst</translation>
    </message>
    <message>
        <source>taken out of use</source>
        <translation>buiten gebruik gesteld</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>given to another coder</source>
        <translation>aan een andere codeur gegeven</translation>
    </message>
    <message>
        <source>Came in together</source>
        <translation>Samen binnengekomen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoeging</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Coded by search</source>
        <translation>Gecodeerd met zoeken</translation>
    </message>
    <message>
        <source>Highlights taken over</source>
        <translation>Markeringen overgenomen</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Intrekking</translation>
    </message>
    <message>
        <source>Damaged place in the file</source>
        <translation>Beschadigde plek in het bestand</translation>
    </message>
    <message>
        <source>Refers to something that is not there</source>
        <translation>Verwijst naar iets dat er niet is</translation>
    </message>
    <message>
        <source>The log was changed or has a gap</source>
        <translation>Het logboek is veranderd of heeft een gat</translation>
    </message>
    <message>
        <source>One file was worked on in two places</source>
        <translation>In één bestand is op twee plekken gewerkt</translation>
    </message>
    <message>
        <source>A log that was received is gone</source>
        <translation>Een ontvangen logboek is verdwenen</translation>
    </message>
    <message>
        <source>Changed past the log</source>
        <translation>Buiten het logboek om veranderd</translation>
    </message>
    <message>
        <source>Deleted and there at once</source>
        <translation>Tegelijk verwijderd en aanwezig</translation>
    </message>
    <message>
        <source>The words are not at their place</source>
        <translation>De woorden staan niet op hun plek</translation>
    </message>
    <message>
        <source>A note on something that is not there</source>
        <translation>Een notitie bij iets dat er niet is</translation>
    </message>
    <message>
        <source>Codes that stand above each other</source>
        <translation>Codes die boven elkaar staan</translation>
    </message>
</context>
<context>
    <name>memos</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Blz.</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Memo</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Codering</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anders</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>B&amp;eeld</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ga naar</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>&amp;Document</translation>
    </message>
    <message>
        <source>&amp;Coding</source>
        <translation>&amp;Coderen</translation>
    </message>
    <message>
        <source>Other ways to select</source>
        <translation>Anders selecteren</translation>
    </message>
    <message>
        <source>Pinned codes</source>
        <translation>Vastgezette codes</translation>
    </message>
    <message>
        <source>Facets of the coding</source>
        <translation>Facetten van de codering</translation>
    </message>
    <message>
        <source>Code&amp;book</source>
        <translation>C&amp;odeboek</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>&amp;Adjudication</source>
        <translation>Bes&amp;lissen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Volgt systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
</context>
<context>
    <name>merge</name>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Texts of documents</source>
        <translation>Teksten van documenten</translation>
    </message>
    <message>
        <source>Headings of documents</source>
        <translation>Kopjes van documenten</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>Codeboeken</translation>
    </message>
    <message>
        <source>Codes and definitions</source>
        <translation>Codes en definities</translation>
    </message>
    <message>
        <source>Codebook versions</source>
        <translation>Codeboekversies</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Coders</source>
        <translation>Codeurs</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Rondes</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Reading status</source>
        <translation>Leesstatus</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Memo&apos;s</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casussen</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Golven</translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation>Indelingen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Members of groups</source>
        <translation>Leden van groepen</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Kenmerken</translation>
    </message>
    <message>
        <source>Values of attributes</source>
        <translation>Waarden van kenmerken</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Propositions</source>
        <translation>Stellingen</translation>
    </message>
    <message>
        <source>Judgements</source>
        <translation>Oordelen</translation>
    </message>
    <message>
        <source>Scales of verdicts</source>
        <translation>Schalen van oordelen</translation>
    </message>
    <message>
        <source>Propositions that belong together</source>
        <translation>Stellingen die bij elkaar horen</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Bewaarde zoekopdrachten</translation>
    </message>
    <message>
        <source>Links between codings</source>
        <translation>Verbanden tussen coderingen</translation>
    </message>
    <message>
        <source>Codes that follow others</source>
        <translation>Codes die op andere volgen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Beweringen</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Samenvattingen</translation>
    </message>
    <message>
        <source>Earlier merges and imports</source>
        <translation>Eerdere samenvoegingen en importen</translation>
    </message>
    <message>
        <source>Decisions on differences</source>
        <translation>Beslissingen over verschillen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Handed out on {day}. Changed since: {here} here, {there} there, {both} on both.</source>
        <translation>Uitgedeeld op {day}. Sindsdien gewijzigd: {here} hier, {there} daar, {both} aan beide kanten.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Fragment</translation>
    </message>
    <message>
        <source>Begins at character</source>
        <translation>Begint bij teken</translation>
    </message>
    <message>
        <source>Ends at character</source>
        <translation>Eindigt bij teken</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Plaats in de lijst</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casus</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Golf</translation>
    </message>
    <message>
        <source>Text of the document</source>
        <translation>Tekst van het document</translation>
    </message>
    <message>
        <source>Size of the file in bytes</source>
        <translation>Grootte van het bestand in bytes</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>niet begonnen</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>bezig</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelezen</translation>
    </message>
    <message>
        <source>left as it was</source>
        <translation>gelaten zoals het was</translation>
    </message>
    <message>
        <source>made</source>
        <translation>gemaakt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>verwijderd</translation>
    </message>
    <message>
        <source>never known</source>
        <translation>nooit bekend geweest</translation>
    </message>
    <message>
        <source>Since {name} was handed out on {day}: {here} here, {there} there.</source>
        <translation>Sinds {name} is uitgedeeld op {day}: hier {here}, daar {there}.</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dit project</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gelijk</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Clash</source>
        <translation>Botsing</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Wat er verandert</translation>
    </message>
</context>
<context>
    <name>origin</name>
    <message>
        <source>from {day}</source>
        <translation>vanaf {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>tot en met {day}</translation>
    </message>
</context>
<context>
    <name>passages</name>
    <message>
        <source>{n} characters</source>
        <translation>{n} tekens</translation>
    </message>
    <message>
        <source>only {names}</source>
        <translation>alleen {names}</translation>
    </message>
    <message>
        <source>other boundary</source>
        <translation>andere grens</translation>
    </message>
    <message>
        <source>other code: {codes}</source>
        <translation>andere code: {codes}</translation>
    </message>
    <message>
        <source>other verdict</source>
        <translation>ander oordeel</translation>
    </message>
    <message>
        <source>other value</source>
        <translation>andere waarde</translation>
    </message>
    <message>
        <source>parent against child: {codes}</source>
        <translation>ouder tegen kind: {codes}</translation>
    </message>
    <message>
        <source>Only one</source>
        <translation>Alleen één</translation>
    </message>
    <message>
        <source>Parent, child</source>
        <translation>Ouder, kind</translation>
    </message>
    <message>
        <source>Other value</source>
        <translation>Andere waarde</translation>
    </message>
    <message>
        <source>Other boundary</source>
        <translation>Andere grens</translation>
    </message>
    <message>
        <source>{n} square points</source>
        <translation>{n} vierkante punten</translation>
    </message>
    <message>
        <source>Other code</source>
        <translation>Andere code</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>niet gelezen</translation>
    </message>
</context>
<context>
    <name>portrait</name>
    <message>
        <source>not read</source>
        <translation>niet gelezen</translation>
    </message>
    <message>
        <source>{n} codings</source>
        <translation>{n} coderingen</translation>
    </message>
    <message>
        <source>1 coding, {share} %</source>
        <translation>1 codering, {share} %</translation>
    </message>
    <message>
        <source>{n} codings, {share} %</source>
        <translation>{n} coderingen, {share} %</translation>
    </message>
    <message>
        <source>All themes</source>
        <translation>Alle thema&apos;s</translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>Look</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>The language of the window and of labels of codes; projects stay as they are.</source>
        <translation>De taal van het venster en van de namen van codes; projecten blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Light, dark or high contrast; the colours of codes keep their meaning.</source>
        <translation>Licht, donker of hoog contrast; de kleuren van codes houden hun betekenis.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekstgrootte</translation>
    </message>
    <message>
        <source>The size of all words in the window; pages have a zoom of their own.</source>
        <translation>De grootte van alle woorden in het venster; bladzijden hebben een eigen zoom.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Uw naam</translation>
    </message>
    <message>
        <source>Stands on your codings in projects you make from now on; existing ones keep the name they have.</source>
        <translation>Staat op uw coderingen in projecten die u vanaf nu maakt; bestaande houden de naam die ze hebben.</translation>
    </message>
    <message>
        <source>Agreement while training</source>
        <translation>Overeenstemming tijdens het oefenen</translation>
    </message>
    <message>
        <source>Shows alpha of the open document in the status bar; never in a file for blind coding.</source>
        <translation>Toont alfa van het open document in de statusbalk; nooit in een bestand om blind te coderen.</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Map voor reservekopieën</translation>
    </message>
    <message>
        <source>Where backups go of projects opened from now on; usually beside each project.</source>
        <translation>Waar reservekopieën komen van projecten die u vanaf nu opent; gewoonlijk naast elk project.</translation>
    </message>
</context>
<context>
    <name>propositions</name>
    <message>
        <source>measure</source>
        <translation>maatregel</translation>
    </message>
    <message>
        <source>intention</source>
        <translation>voornemen</translation>
    </message>
    <message>
        <source>lobby</source>
        <translation>lobby</translation>
    </message>
    <message>
        <source>position</source>
        <translation>standpunt</translation>
    </message>
    <message>
        <source>good practice</source>
        <translation>goed voorbeeld</translation>
    </message>
    <message>
        <source>starting point</source>
        <translation>uitgangspunt</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>uitspraak</translation>
    </message>
    <message>
        <source>action of the party</source>
        <translation>actie van de partij</translation>
    </message>
    <message>
        <source>diagnosis</source>
        <translation>diagnose</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>advies</translation>
    </message>
    <message>
        <source>diagnosis and advice</source>
        <translation>diagnose en advies</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>eis</translation>
    </message>
    <message>
        <source>rural area</source>
        <translation>landelijk gebied</translation>
    </message>
    <message>
        <source>built-up area</source>
        <translation>bebouwd gebied</translation>
    </message>
    <message>
        <source>region with fewer people</source>
        <translation>krimpregio</translation>
    </message>
    <message>
        <source>border region</source>
        <translation>grensstreek</translation>
    </message>
    <message>
        <source>town with higher education</source>
        <translation>stad met hoger onderwijs</translation>
    </message>
    <message>
        <source>densely populated area</source>
        <translation>dichtbevolkt gebied</translation>
    </message>
</context>
<context>
    <name>remedies</name>
    <message>
        <source>Keep it as a new file</source>
        <translation>Bewaren als nieuw bestand</translation>
    </message>
    <message>
        <source>Open it read-only</source>
        <translation>Alleen-lezen openen</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Reservekopieën…</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>{n} hits</source>
        <translation>{n} treffers</translation>
    </message>
    <message>
        <source>{group}: {hits} hits in {found} of {documents} documents</source>
        <translation>{group}: {hits} treffers in {found} van {documents} documenten</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>In geen groep</translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation>{found} van {all}</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>Name of the case</source>
        <translation>Naam van de casus</translation>
    </message>
    <message>
        <source>Code of the case</source>
        <translation>Code van de casus</translation>
    </message>
    <message>
        <source>Other names of the case</source>
        <translation>Andere namen van de casus</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Golf</translation>
    </message>
    <message>
        <source>Date of the document</source>
        <translation>Datum van het document</translation>
    </message>
    <message>
        <source>In or out of the corpus</source>
        <translation>In of uit het corpus</translation>
    </message>
    <message>
        <source>Reason out of the corpus</source>
        <translation>Reden buiten het corpus</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Groups hold from</source>
        <translation>Groepen gelden vanaf</translation>
    </message>
    <message>
        <source>Groups hold until</source>
        <translation>Groepen gelden tot en met</translation>
    </message>
    <message>
        <source>Attribute of the case</source>
        <translation>Kenmerk van de casus</translation>
    </message>
    <message>
        <source>Attribute of the document</source>
        <translation>Kenmerk van het document</translation>
    </message>
    <message>
        <source>Leave this column out</source>
        <translation>Deze kolom weglaten</translation>
    </message>
    <message>
        <source>{name} (by its code)</source>
        <translation>{name} (op de code)</translation>
    </message>
    <message>
        <source>{name} (by another name)</source>
        <translation>{name} (op een andere naam)</translation>
    </message>
    <message>
        <source>{name} (other spelling)</source>
        <translation>{name} (andere schrijfwijze)</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>nieuwe casus</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelaten</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>onzeker</translation>
    </message>
    <message>
        <source>{title} (by its title)</source>
        <translation>{title} (op de titel)</translation>
    </message>
    <message>
        <source>Not imported: {why}</source>
        <translation>Niet geïmporteerd: {why}</translation>
    </message>
    <message>
        <source>Code and name disagree. Which is meant?</source>
        <translation>Code en naam spreken elkaar tegen. Welke is bedoeld?</translation>
    </message>
    <message>
        <source>Looks like a known name. Which is meant?</source>
        <translation>Lijkt op een bekende naam. Welke is bedoeld?</translation>
    </message>
    <message>
        <source>Which document is meant?</source>
        <translation>Welk document is bedoeld?</translation>
    </message>
    <message>
        <source>There is no document for it, so wave, date or state stay unused.</source>
        <translation>Er is geen document bij, dus golf, datum of status blijven ongebruikt.</translation>
    </message>
    <message>
        <source>{n} of {total} lines will be imported.</source>
        <translation>{n} van {total} regels worden geïmporteerd.</translation>
    </message>
    <message>
        <source>New cases: {n}.</source>
        <translation>Nieuwe casussen: {n}.</translation>
    </message>
    <message>
        <source>To be decided: {n}.</source>
        <translation>Te beslissen: {n}.</translation>
    </message>
    <message>
        <source>Not imported: {n}.</source>
        <translation>Niet geïmporteerd: {n}.</translation>
    </message>
    <message>
        <source>Columns left out: {names}.</source>
        <translation>Weggelaten kolommen: {names}.</translation>
    </message>
</context>
<context>
    <name>task</name>
    <message>
        <source>Your task: code {documents}</source>
        <translation>Uw taak: codeer {documents}</translation>
    </message>
    <message>
        <source>To practise: code {documents}</source>
        <translation>Om te oefenen: codeer {documents}</translation>
    </message>
    <message>
        <source>Code {documents} once more</source>
        <translation>Codeer {documents} nog een keer</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} documenten</translation>
    </message>
    <message>
        <source>one document</source>
        <translation>één document</translation>
    </message>
    <message>
        <source>for {themes}</source>
        <translation>voor {themes}</translation>
    </message>
    <message>
        <source>back before {day}</source>
        <translation>terug vóór {day}</translation>
    </message>
    <message>
        <source>Blind: you see only your own work.</source>
        <translation>Blind: u ziet alleen uw eigen werk.</translation>
    </message>
    <message>
        <source>The model answers come when a document is marked as read.</source>
        <translation>De voorbeeldantwoorden komen als een document als gelezen is aangemerkt.</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>Select a passage</source>
        <translation>Selecteer een fragment</translation>
    </message>
    <message>
        <source>Selected. Next it gets a code.</source>
        <translation>Geselecteerd. Nu krijgt het een code.</translation>
    </message>
    <message>
        <source>Give it a code</source>
        <translation>Geef het een code</translation>
    </message>
    <message>
        <source>See how two coders agree</source>
        <translation>Kijk hoe twee codeurs overeenstemmen</translation>
    </message>
    <message>
        <source>Drag over a sentence of the page, or press {next_unit} for the next sentence.</source>
        <translation>Sleep over een zin op de pagina, of druk op {next_unit} voor de volgende zin.</translation>
    </message>
    <message>
        <source>Press {code_found}, type WON (housing) and press Enter; or double-click a code in the codebook.</source>
        <translation>Druk op {code_found}, typ WON (wonen) en druk op Enter; of dubbelklik op een code in het codeboek.</translation>
    </message>
    <message>
        <source>Coded, and already on disk: there is nothing to save. It stands in the list below the page; {undo} takes it back.</source>
        <translation>Gecodeerd en al bewaard: opslaan hoeft niet. Het staat in de lijst onder de pagina; {undo} neemt het terug.</translation>
    </message>
    <message>
        <source>A second coder has read the same agreements. Choose Agreement in this bar, or press {space_agreement}.</source>
        <translation>Een tweede codeur heeft dezelfde akkoorden gelezen. Kies Overeenstemming in deze balk, of druk op {space_agreement}.</translation>
    </message>
    <message>
        <source>Alpha is 1 where coders mark the same text and 0 where it could be chance. Each figure comes with its interval.</source>
        <translation>Alfa is 1 waar codeurs dezelfde tekst markeren en 0 waar het toeval kan zijn. Elk cijfer heeft zijn interval erbij.</translation>
    </message>
    <message>
        <source>Look behind a figure</source>
        <translation>Kijk achter een cijfer</translation>
    </message>
    <message>
        <source>Click a line of the table, for instance WON-1, or walk to it with the arrow keys.</source>
        <translation>Klik op een regel van de tabel, bijvoorbeeld WON-1, of ga er met de pijltoetsen heen.</translation>
    </message>
    <message>
        <source>The passages behind the figure stand at the right. Enter on one opens its page, Esc comes back.</source>
        <translation>De fragmenten achter het cijfer staan rechts. Enter op een fragment opent de pagina, Esc gaat terug.</translation>
    </message>
    <message>
        <source>Take the results along</source>
        <translation>Neem de resultaten mee</translation>
    </message>
    <message>
        <source>Press {export} or choose File &gt; Export, agree to what is offered, and choose a folder.</source>
        <translation>Druk op {export} of kies Bestand &gt; Exporteren, ga akkoord met wat wordt aangeboden en kies een map.</translation>
    </message>
    <message>
        <source>Your file is written. That was the whole way; this copy of the sample is yours to play with. Your own project begins with File &gt; New project.</source>
        <translation>Uw bestand is geschreven. Dat was de hele weg; met deze kopie van het voorbeeld kunt u vrij oefenen. Uw eigen project begint bij Bestand &gt; Nieuw project.</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>Coding {key} made
coding {key}</source>
        <translation>Codering {key} gemaakt
codering {key}</translation>
    </message>
    <message>
        <source>Coding {key} removed
removing coding {key}</source>
        <translation>Codering {key} verwijderd
verwijderen van codering {key}</translation>
    </message>
    <message>
        <source>Coding {old} is now {new}
recoding {old} to {new}</source>
        <translation>Codering {old} is nu {new}
hercoderen van {old} naar {new}</translation>
    </message>
    <message>
        <source>Ends of coding {key} moved
ends of coding {key}</source>
        <translation>Grenzen van codering {key} verplaatst
grenzen van codering {key}</translation>
    </message>
    <message>
        <source>Memo of coding {key} written
memo of coding {key}</source>
        <translation>Memo bij codering {key} geschreven
memo bij codering {key}</translation>
    </message>
    <message>
        <source>{title} renamed
new name of {title}</source>
        <translation>{title} hernoemd
nieuwe naam van {title}</translation>
    </message>
    <message>
        <source>{title} removed (codings: {n})
removing {title}</source>
        <translation>{title} verwijderd (coderingen: {n})
{title} verwijderen</translation>
    </message>
    <message>
        <source>Reading status of {title} set
reading status of {title}</source>
        <translation>Leesstatus van {title} gezet
leesstatus van {title}</translation>
    </message>
    <message>
        <source>{key}: {words}
{words} of {key}</source>
        <translation>{key}: {words}
{words} van {key}</translation>
    </message>
    <message>
        <source>{words} set on {n} codings
{words} on {n} codings</source>
        <translation>{words} gezet bij {n} coderingen
{words} bij {n} coderingen</translation>
    </message>
    <message>
        <source>Facet {name} added
new facet {name}</source>
        <translation>Facet {name} toegevoegd
nieuw facet {name}</translation>
    </message>
    <message>
        <source>Heading {title} changed
changing heading {title}</source>
        <translation>Kopje {title} gewijzigd
wijzigen van kopje {title}</translation>
    </message>
    <message>
        <source>Heading {title} added
adding heading {title}</source>
        <translation>Kopje {title} toegevoegd
toevoegen van kopje {title}</translation>
    </message>
    <message>
        <source>Heading {title} removed
removing heading {title}</source>
        <translation>Kopje {title} verwijderd
verwijderen van kopje {title}</translation>
    </message>
    <message>
        <source>Headings of {title} found
headings of {title}</source>
        <translation>Kopjes van {title} gevonden
kopjes van {title}</translation>
    </message>
    <message>
        <source>Boundary rule {one}, {other}</source>
        <translation>Grensregel {one}, {other}</translation>
    </message>
    <message>
        <source>Search for {words} kept
keeping the search for {words}</source>
        <translation>Zoekresultaat {words} bewaard
bewaren van zoekresultaat {words}</translation>
    </message>
    <message>
        <source>{codings} {key} made in {documents}
{codings} {key} in {documents}</source>
        <translation>{codings} {key} gemaakt in {documents}
{codings} {key} in {documents}</translation>
    </message>
    <message>
        <source>{key} not mentioned in {title}
{key} not mentioned</source>
        <translation>{key} niet genoemd in {title}
{key} niet genoemd</translation>
    </message>
    <message>
        <source>Judgement on {key} taken back
taking back {key}</source>
        <translation>Oordeel over {key} teruggenomen
terugnemen van {key}</translation>
    </message>
    <message>
        <source>Search behind {key} named
the search behind {key}</source>
        <translation>Zoekopdracht achter {key} genoemd
de zoekopdracht achter {key}</translation>
    </message>
    <message>
        <source>Memo written
writing a memo</source>
        <translation>Memo geschreven
memo</translation>
    </message>
    <message>
        <source>Memo changed
changing a memo</source>
        <translation>Memo gewijzigd
wijzigen van een memo</translation>
    </message>
    <message>
        <source>Memo removed
removing a memo</source>
        <translation>Memo verwijderd
verwijderen van een memo</translation>
    </message>
    <message>
        <source>Coding {key} split
splitting coding {key}</source>
        <translation>Codering {key} gesplitst
splitsen codering {key}</translation>
    </message>
    <message>
        <source>Codings {key} joined
joining codings {key}</source>
        <translation>Coderingen {key} samengevoegd
samenvoegen coderingen {key}</translation>
    </message>
    <message>
        <source>Rank of coding {key} changed
rank of coding {key}</source>
        <translation>Rang van codering {key} gewijzigd
rang van codering {key}</translation>
    </message>
    <message>
        <source>Code {key} made from the text
new code {key}</source>
        <translation>Code {key} gemaakt uit de tekst
nieuwe code {key}</translation>
    </message>
    <message>
        <source>Area coded {key}
coding area {key}</source>
        <translation>Gebied gecodeerd met {key}
coderen gebied {key}</translation>
    </message>
    <message>
        <source>Sides of area {key} moved
sides of area {key}</source>
        <translation>Zijden van gebied {key} verplaatst
zijden van gebied {key}</translation>
    </message>
    <message>
        <source>Code {key} added
adding code {key}</source>
        <translation>Code {key} toegevoegd
toevoegen van code {key}</translation>
    </message>
    <message>
        <source>Code {key} changed
changing code {key}</source>
        <translation>Code {key} gewijzigd
wijzigen van code {key}</translation>
    </message>
    <message>
        <source>Code {key} moved
moving code {key}</source>
        <translation>Code {key} verplaatst
verplaatsen van code {key}</translation>
    </message>
    <message>
        <source>Code {key} merged: {codings} in {documents}
merging code {key} ({codings} in {documents})</source>
        <translation>Code {key} samengevoegd: {codings} in {documents}
code {key} samenvoegen ({codings} in {documents})</translation>
    </message>
    <message>
        <source>Code {key} split
splitting code {key}</source>
        <translation>Code {key} gesplitst
splitsen van code {key}</translation>
    </message>
    <message>
        <source>Code {key} retired
retiring code {key}</source>
        <translation>Code {key} buiten gebruik gesteld
buiten gebruik stellen van code {key}</translation>
    </message>
    <message>
        <source>Code {key} in use again
reviving code {key}</source>
        <translation>Code {key} weer in gebruik
weer in gebruik nemen van code {key}</translation>
    </message>
    <message>
        <source>Version made of the codebook
version of the codebook</source>
        <translation>Versie van het codeboek gemaakt
versie van het codeboek</translation>
    </message>
    <message>
        <source>Codes of the round chosen
choice of codes</source>
        <translation>Codes van de ronde gekozen
keuze van codes</translation>
    </message>
    <message>
        <source>Coding {key} reviewed
review of coding {key}</source>
        <translation>Codering {key} nagelopen
nalopen van codering {key}</translation>
    </message>
    <message>
        <source>Scanned pages of {title} read
reading {title}</source>
        <translation>Gescande bladzijden van {title} gelezen
lezen van {title}</translation>
    </message>
    <message>
        <source>Codebook imported
codebook</source>
        <translation>Codeboek ingelezen
codeboek</translation>
    </message>
    <message>
        <source>{key} judged: {verdict}
judging {key}</source>
        <translation>{key} beoordeeld: {verdict}
oordeel over {key}</translation>
    </message>
    <message>
        <source>Decision on {key} stored
decision on {key}</source>
        <translation>Beslissing {key} bewaard
beslissing {key}</translation>
    </message>
    <message>
        <source>{n} equal places taken over
{n} equal places</source>
        <translation>{n} gelijke plaatsen overgenomen
{n} gelijke plaatsen</translation>
    </message>
    <message>
        <source>{n} equal places taken over, {codings} in {documents}
{n} equal places, {codings} in {documents}</source>
        <translation>{n} gelijke plaatsen overgenomen, {codings} in {documents}
{n} gelijke plaatsen, {codings} in {documents}</translation>
    </message>
    <message>
        <source>Cases of {file} imported
import of {file}</source>
        <translation>Casussen van {file} geïmporteerd
import van {file}</translation>
    </message>
    <message>
        <source>Changes of a codebook taken over
changes of a codebook</source>
        <translation>Wijzigingen van een codeboek overgenomen
wijzigingen van een codeboek</translation>
    </message>
    <message>
        <source>Relation of {one} and {other} laid
relation of {one} and {other}</source>
        <translation>Relatie tussen {one} en {other} gelegd
relatie tussen {one} en {other}</translation>
    </message>
    <message>
        <source>Relation of {one} and {other} taken away
relation of {one} and {other}</source>
        <translation>Relatie tussen {one} en {other} weggenomen
relatie tussen {one} en {other}</translation>
    </message>
    <message>
        <source>Codings given to another coder
coder of codings</source>
        <translation>Coderingen aan een andere codeur gegeven
codeur van coderingen</translation>
    </message>
    <message>
        <source>Two coders joined
joined coders</source>
        <translation>Twee codeurs samengevoegd
samengevoegde codeurs</translation>
    </message>
    <message>
        <source>Register loaded
register</source>
        <translation>Register geladen
register</translation>
    </message>
    <message>
        <source>{file} imported
import of {file}</source>
        <translation>{file} geïmporteerd
import van {file}</translation>
    </message>
    <message>
        <source>{file} imported, {codings} in {documents}
import of {file} with {codings} in {documents}</source>
        <translation>{file} geïmporteerd, {codings} in {documents}
import van {file} met {codings} in {documents}</translation>
    </message>
    <message>
        <source>{codings} in {documents} now {key}
recoding {codings} in {documents} to {key}</source>
        <translation>{codings} in {documents} nu {key}
{codings} in {documents} hercoderen naar {key}</translation>
    </message>
    <message>
        <source>{codings} in {documents} removed
removing {codings} in {documents}</source>
        <translation>{codings} in {documents} verwijderd
{codings} in {documents} verwijderen</translation>
    </message>
    <message>
        <source>{n} codings</source>
        <translation>{n} coderingen</translation>
    </message>
    <message>
        <source>1 coding</source>
        <translation>1 codering</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} documenten</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 document</translation>
    </message>
    <message>
        <source>{codings} in {documents} imported from {file}
import of {codings} in {documents} from {file}</source>
        <translation>{codings} in {documents} uit {file} geïmporteerd
import van {codings} in {documents} uit {file}</translation>
    </message>
    <message>
        <source>{codings} made of highlights of {title}
{codings} of highlights of {title}</source>
        <translation>{codings} gemaakt van markeringen van {title}
{codings} van markeringen van {title}</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Waarvan</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Getal</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Blz.</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Fragment</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>p. {label}</source>
        <translation>blz. {label}</translation>
    </message>
    <message>
        <source>p. {label} (sheet {sheet})</source>
        <translation>blz. {label} (vel {sheet})</translation>
    </message>
    <message>
        <source>{before} and {last}</source>
        <translation>{before} en {last}</translation>
    </message>
</context>
</TS>
