<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AdjudicationSpace</name>
    <message numerus="yes">
        <source>Taking over %n equal places</source>
        <translation>
            <numerusform>Taking over %n equal place</numerusform>
            <numerusform>Taking over %n equal places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AfterMerge</name>
    <message numerus="yes">
        <source>%n codings were not found in a new text:</source>
        <translation>
            <numerusform>%n coding was not found in a new text:</numerusform>
            <numerusform>%n codings were not found in a new text:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codings went along to a new text; look at them:</source>
        <translation>
            <numerusform>%n coding went along to a new text; look at it:</numerusform>
            <numerusform>%n codings went along to a new text; look at them:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows came in or changed.</source>
        <translation>
            <numerusform>%n row came in or changed.</numerusform>
            <numerusform>%n rows came in or changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementChoices</name>
    <message numerus="yes">
        <source>%n of the coders</source>
        <translation>
            <numerusform>%n of the coders</numerusform>
            <numerusform>%n of the coders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementHead</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents of a coder not read: left out</source>
        <translation>
            <numerusform>%n document of a coder not read: left out</numerusform>
            <numerusform>%n documents of a coder not read: left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codings in unread themes: left out</source>
        <translation>
            <numerusform>%n coding in an unread theme: left out</numerusform>
            <numerusform>%n codings in unread themes: left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BehindHand</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartDesk</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckingDesk</name>
    <message numerus="yes">
        <source>%n pages were read by text recognition.</source>
        <translation>
            <numerusform>%n page was read by text recognition.</numerusform>
            <numerusform>%n pages were read by text recognition.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClashPanel</name>
    <message numerus="yes">
        <source>%n rows need it and go with it when it is deleted:</source>
        <translation>
            <numerusform>%n row needs it and goes with it when it is deleted:</numerusform>
            <numerusform>%n rows need it and go with it when it is deleted:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeHitsDialog</name>
    <message numerus="yes">
        <source>Code %n hits</source>
        <translation>
            <numerusform>Code %n hit</numerusform>
            <numerusform>Code %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n codings</source>
        <translation>
            <numerusform>Make %n coding</numerusform>
            <numerusform>Make %n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places have this code already.</source>
        <translation>
            <numerusform>%n place has this code already.</numerusform>
            <numerusform>%n places have this code already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookArrival</name>
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
            <numerusform>%n facets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registers</source>
        <translation>
            <numerusform>%n register</numerusform>
            <numerusform>%n registers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookUpdate</name>
    <message numerus="yes">
        <source>%n codes were changed here and in the file: choose.</source>
        <translation>
            <numerusform>%n code was changed here and in the file: choose.</numerusform>
            <numerusform>%n codes were changed here and in the file: choose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodingHand</name>
    <message numerus="yes">
        <source>%n of these have {key} already.</source>
        <translation>
            <numerusform>%n of these has {key} already.</numerusform>
            <numerusform>%n of these have {key} already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these are by another coder and stay as they are.</source>
        <translation>
            <numerusform>%n of these is by another coder and stays as it is.</numerusform>
            <numerusform>%n of these are by another coder and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodingsPanel</name>
    <message numerus="yes">
        <source>Remove %n codings</source>
        <translation>
            <numerusform>Remove %n coding</numerusform>
            <numerusform>Remove %n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorpusPanel</name>
    <message numerus="yes">
        <source>%n documents in the corpus</source>
        <translation>
            <numerusform>%n document in the corpus</numerusform>
            <numerusform>%n documents in the corpus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>%n out</numerusform>
            <numerusform>%n out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n undecided</numerusform>
            <numerusform>%n undecided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codings count nowhere: their documents are not in ({names}).</source>
        <translation>
            <numerusform>%n coding counts nowhere: its document is not in ({names}).</numerusform>
            <numerusform>%n codings count nowhere: their documents are not in ({names}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorpusSpace</name>
    <message numerus="yes">
        <source>Why do %n documents not count?</source>
        <translation>
            <numerusform>Why does %n document not count?</numerusform>
            <numerusform>Why do %n documents not count?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents in or out of the corpus</source>
        <translation>
            <numerusform>%n document in or out of the corpus</numerusform>
            <numerusform>%n documents in or out of the corpus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealGrid</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message numerus="yes">
        <source>Take over %n equal</source>
        <translation>
            <numerusform>Take over %n equal</numerusform>
            <numerusform>Take over %n equal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentHand</name>
    <message numerus="yes">
        <source>Remove 1 document and %n codings</source>
        <translation>
            <numerusform>Remove 1 document and %n coding</numerusform>
            <numerusform>Remove 1 document and %n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsList</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codings</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message numerus="yes">
        <source>%n findings. The project itself is left as it is.</source>
        <translation>
            <numerusform>%n finding. The project itself is left as it is.</numerusform>
            <numerusform>%n findings. The project itself is left as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderDesk</name>
    <message numerus="yes">
        <source>%n conflicting copies of this project lie beside it, with work that is not in it: {names}. Merge them, and delete them when all is in.</source>
        <translation>
            <numerusform>%n conflicting copy of this project lies beside it, with work that is not in it: {names}. Merge it, and delete it when all is in.</numerusform>
            <numerusform>%n conflicting copies of this project lie beside it, with work that is not in it: {names}. Merge them, and delete them when all is in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameworkGrid</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameworkPanel</name>
    <message numerus="yes">
        <source>%n documents belong to no case and have no row here.</source>
        <translation>
            <numerusform>%n document belongs to no case and has no row here.</numerusform>
            <numerusform>%n documents belong to no case and have no row here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoutDesk</name>
    <message numerus="yes">
        <source>%n files written for the coders</source>
        <translation>
            <numerusform>%n file written for the coders</numerusform>
            <numerusform>%n files written for the coders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message numerus="yes">
        <source>%n still to be chosen</source>
        <translation>
            <numerusform>%n still to be chosen</numerusform>
            <numerusform>%n still to be chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptSearches</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n documents added</source>
        <translation>
            <numerusform>%n document added</numerusform>
            <numerusform>%n documents added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemosPanel</name>
    <message numerus="yes">
        <source>%n memos</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeSide</name>
    <message numerus="yes">
        <source>%n names left to decide: one or two?</source>
        <translation>
            <numerusform>%n name left to decide: one or two?</numerusform>
            <numerusform>%n names left to decide: one or two?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clashes left to decide</source>
        <translation>
            <numerusform>%n clash left to decide</numerusform>
            <numerusform>%n clashes left to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeSpace</name>
    <message numerus="yes">
        <source>Merge %n files</source>
        <translation>
            <numerusform>Merge %n file</numerusform>
            <numerusform>Merge %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files merged</source>
        <translation>
            <numerusform>%n file merged</numerusform>
            <numerusform>%n files merged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotMentionedDialog</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message numerus="yes">
        <source>Filter: %n hidden</source>
        <translation>
            <numerusform>Filter: %n hidden</numerusform>
            <numerusform>Filter: %n hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n commands</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectArrival</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coders</source>
        <translation>
            <numerusform>%n coder</numerusform>
            <numerusform>%n coders</numerusform>
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
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memos</source>
        <translation>
            <numerusform>%n memo</numerusform>
            <numerusform>%n memos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdicts</source>
        <translation>
            <numerusform>%n verdict</numerusform>
            <numerusform>%n verdicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectView</name>
    <message numerus="yes">
        <source>%n codings</source>
        <translation>
            <numerusform>%n coding</numerusform>
            <numerusform>%n codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show it</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProvenanceDesk</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were worked on since, or are needed, and stay:</source>
        <translation>
            <numerusform>%n row was worked on since, or is needed, and stays:</numerusform>
            <numerusform>%n rows were worked on since, or are needed, and stay:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdraw the other %n rows</source>
        <translation>
            <numerusform>Withdraw the other %n row</numerusform>
            <numerusform>Withdraw the other %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings left</source>
        <translation>
            <numerusform>%n finding left</numerusform>
            <numerusform>%n findings left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases.</source>
        <translation>
            <numerusform>%n case.</numerusform>
            <numerusform>%n cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code %n hits…</source>
        <translation>
            <numerusform>Code %n hit…</numerusform>
            <numerusform>Code %n hits…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message numerus="yes">
        <source>Keywords: %n places</source>
        <translation>
            <numerusform>Keywords: %n place</numerusform>
            <numerusform>Keywords: %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
</TS>
