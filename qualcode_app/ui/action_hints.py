"""What every action does, in one sentence: its tooltip, beside its key."""

from __future__ import annotations

from qualcode_app.ui.wording import marked, translate

HINTS = {  # by action; {digit} stands for the digit a name ends with
    "new_project": marked("hints", "Begin a project: title, coder, codebook and documents"),
    "open_project": marked(
        "hints", "Open a project file; one that came from somebody else asks who you are"
    ),
    "open_sample": marked("hints", "Look around in three invented agreements, coded by two people"),
    "close_project": marked("hints", "Back to the start page; everything is kept already"),
    "add_documents": marked(
        "hints", "Take in PDFs, texts and pictures; each is read once and never changes afterwards"
    ),
    "add_folder": marked(
        "hints", "Take in every document of a folder; what cannot be read is named"
    ),
    "import_cases": marked(
        "hints",
        "Take cases, waves, groups and attributes from a spreadsheet, after doubts are asked",
    ),
    "import_codings": marked(
        "hints",
        "Take codings from a csv or workbook; each line is shown with its place or why it has none",
    ),
    "import_project": marked(
        "hints",
        "Take in a project of NVivo, ATLAS.ti, MAXQDA, QualCoder or Taguette, with a plan first",
    ),
    "export_project": marked(
        "hints", "Write the whole project as .qdpx, and list what other programs will not show"
    ),
    "save_copy": marked(
        "hints", "Make a file for another coder to work in; it can be merged later"
    ),
    "hand_out": marked(
        "hints",
        "Deal documents out among coders, and make a file for each with only that coder's work",
    ),
    "send_back": marked("hints", "Make one file of your work for the lead of the project"),
    "take_update": marked(
        "hints", "Take in new documents or codes that the lead sent; your work stays"
    ),
    "model_answers": marked(
        "hints", "See beside your own codings those of the training's model coder"
    ),
    "live_agreement": marked(
        "hints",
        "Keep the agreement on the open document in the status bar, in training rounds only",
    ),
    "merge_files": marked(
        "hints", "Compare files of coders with this project; nothing changes before you decide"
    ),
    "batches": marked("hints", "List merges and imports; each can be withdrawn as a whole"),
    "history": marked("hints", "See who did what, and when, by document, code or coder"),
    "whose_work": marked(
        "hints", "Give codings to another coder, or make two names of one person one"
    ),
    "check_project": marked(
        "hints", "Hold the file, its history and every quote against each other"
    ),
    "backups": marked(
        "hints", "Compare an earlier state with the present one, or restore it into a new file"
    ),
    "export": marked("hints", "Write tables, a report, marked PDFs or an archive"),
    "quit": marked("hints", "Leave the program; everything is kept already"),
    "undo": marked("hints", "Take back the last act, in whichever document it was"),
    "redo": marked("hints", "Do again what was taken back"),
    "copy_text": marked("hints", "Copy the selected words, or those of the active coding"),
    "copy_quote": marked(
        "hints", "Copy the words between quotation marks with title, year and printed page"
    ),
    "find_here": marked(
        "hints", "Find words in this document, also over the ends of lines and pages"
    ),
    "find_all": marked("hints", "Find words in all documents; hits can become codings"),
    "find_keywords": marked(
        "hints", "Search all documents for the words that the codebook names with the code"
    ),
    "next_hit": marked("hints", "Go to the next place that was found"),
    "previous_hit": marked("hints", "Go to the place found before this one"),
    "space_corpus": marked(
        "hints", "Say which documents count, and to which case, wave and group they belong"
    ),
    "space_coding": marked("hints", "Read documents and put codes on passages"),
    "space_register": marked(
        "hints", "Judge propositions on each document, with passages as evidence"
    ),
    "space_merge": marked("hints", "Bring the work of several files together by a plan"),
    "space_agreement": marked(
        "hints", "See how far coders agree, and the passages behind each figure"
    ),
    "space_adjudication": marked("hints", "Settle, place by place, where coders differ"),
    "space_analysis": marked("hints", "Count what was coded, and say it in sentences with n of N"),
    "fold_left": marked("hints", "Give the page the room of what stands at the left"),
    "fold_right": marked("hints", "Give the page the room of what stands at the right"),
    "only_page": marked("hints", "Hide both sides, to read without anything beside the page"),
    "next_region": marked("hints", "Move the keyboard to the next part of the window"),
    "previous_region": marked(
        "hints", "Move the keyboard to the part of the window before this one"
    ),
    "documents_filter": marked("hints", "Type a part of a title to shorten the list of documents"),
    "codes_box": marked("hints", "Type some letters of a code to find it in the codebook"),
    "codings_list": marked(
        "hints", "Go to the list of codings, which can be sorted and changed many at once"
    ),
    "filter": marked("hints", "Let all panels show only some codes, families or coders"),
    "clear_filter": marked("hints", "Show every coding again; a filter only hides"),
    "all_coders": marked(
        "hints", "Show what others coded on the page too; in a blind file there is only your own"
    ),
    "zoom_in": marked("hints", "Make the page larger"),
    "zoom_out": marked("hints", "Make the page smaller"),
    "fit_width": marked("hints", "Make the page as wide as its room"),
    "fit_page": marked("hints", "Show a whole page at once"),
    "stripes": marked(
        "hints", "Let the stripes in the margin stand for codes, coders or families, in turn"
    ),
    "two_pages": marked("hints", "Show two pages next to each other, as in an open book"),
    "thumbnails": marked("hints", "See the pages small in the left side, to jump to one"),
    "full_screen": marked("hints", "Use the whole screen; once more brings the window back"),
    "next_document": marked("hints", "Open the next document of the list"),
    "previous_document": marked("hints", "Open the document above this one in the list"),
    "go_to_page": marked("hints", "Type a page as it is printed, or its number in the file"),
    "go_back": marked("hints", "Return to where you came from, also in another document"),
    "go_forward": marked("hints", "Undo a step back"),
    "heading_add": marked("hints", "Put the selected words into the contents of the document"),
    "heading_rename": marked("hints", "Write the heading of the contents in other words"),
    "heading_out": marked("hints", "Let the heading stand beside the one it stands below"),
    "heading_in": marked("hints", "Let the heading stand below the one before it"),
    "heading_remove": marked("hints", "Take the heading out of the contents; the text stays"),
    "theme_on": marked(
        "hints",
        "Set the marked theme from not started to busy to read; only read makes absence a finding",
    ),
    "theme_back": marked(
        "hints", "Set the marked theme one step back, from read to busy to not started"
    ),
    "document_read": marked("hints", "Set all themes of this document to read by you"),
    "document_unread": marked(
        "hints", "Set all themes of this document to busy, so that nothing counts as absent"
    ),
    "rename_document": marked("hints", "Give the document another title; the file stays as it is"),
    "remove_document": marked(
        "hints", "Take the document out of the project with its codings; undo brings it back"
    ),
    "next_unit": marked("hints", "Select the next sentence, to read with the keyboard"),
    "previous_unit": marked("hints", "Select the sentence before"),
    "next_coding": marked("hints", "Make the next coding of the document the active one"),
    "previous_coding": marked("hints", "Make the coding before the active one"),
    "code_found": marked("hints", "Type some letters of a code and put it on the selected words"),
    "code_again": marked("hints", "Put the code used last on the selected words"),
    "take_suggestion": marked(
        "hints", "Code with what the search or the suggestions propose at this place"
    ),
    "other_at_place": marked("hints", "Where codings lie on each other, make the next one active"),
    "previous_at_place": marked(
        "hints", "Where codings lie on each other, make the one before active"
    ),
    "select_again": marked(
        "hints", "Select the words of the active coding, to give them a second code"
    ),
    "remove_coding": marked(
        "hints", "Remove the active coding, or all that are marked in the list"
    ),
    "code_in_vivo": marked("hints", "Make a code that is called as the selected words are"),
    "code_new": marked("hints", "Make a code for the selected words and put it on them"),
    "code_not_when": marked("hints", "Say on the card when another code has to be used"),
    "code_card": marked("hints", "Show definition, examples and boundaries of the code in full"),
    "join_next_unit": marked("hints", "Let the selection reach to the end of the next sentence"),
    "join_previous_unit": marked("hints", "Let the selection begin with the sentence before it"),
    "longer": marked("hints", "Add a sentence to the selection"),
    "shorter": marked("hints", "Take the last sentence out of the selection"),
    "whole_units": marked("hints", "Stretch the selection to the sentences it touches"),
    "set_caret": marked(
        "hints", "Put a caret into the text, to select letter by letter with the arrows"
    ),
    "draw_area": marked(
        "hints", "Draw a rectangle on the page and code it, as on scans and pictures"
    ),
    "primary": marked("hints", "Let this coding weigh most where several lie on one place"),
    "edges": marked("hints", "Move the beginning and end of the active coding with the arrows"),
    "split": marked("hints", "Make two codings of the active one, at the caret"),
    "join": marked("hints", "Make one coding of this and its neighbour with the same code"),
    "facet_d": marked("hints", "Say that the passage tells what is the case"),
    "facet_m": marked("hints", "Say that the passage tells what will be done"),
    "facet_s": marked("hints", "Say that the passage takes a stance"),
    "facet_v": marked("hints", "Say that the passage goes the way of the source"),
    "facet_g": marked("hints", "Say that the passage goes both ways"),
    "facet_t": marked("hints", "Say that the passage goes against the source"),
    "facet_0": marked("hints", "Say how concrete the passage is, from named only to checkable"),
    "facet_more": marked(
        "hints", "Fill in numbers, instruments and other facets of the active coding"
    ),
    "not_mentioned": marked(
        "hints", "Keep as a finding that you looked for the code and it is not here"
    ),
    "not_mentioned_list": marked(
        "hints", "See everything that was judged not mentioned, and on which search it rests"
    ),
    "own_facet": marked("hints", "Add a question of your own that can be answered on codings"),
    "pin_code": marked("hints", "Give the marked code a digit key, for you alone"),
    "state_back": marked(
        "hints", "Leave the active coding, the selection, or return to where you came from"
    ),
    "book_edit": marked(
        "hints", "Change label, definition and boundaries; how it was stays on record"
    ),
    "book_new": marked("hints", "Add a code to the codebook"),
    "book_merge": marked("hints", "Let another code take over this one with its codings"),
    "book_split": marked(
        "hints", "Divide the code into new ones; its codings are listed to be reviewed"
    ),
    "book_retire": marked("hints", "Offer the code no more; its codings stay"),
    "book_revive": marked("hints", "Offer a retired code again"),
    "book_active": marked("hints", "Choose which codes are worked with now; the others turn grey"),
    "book_versions": marked(
        "hints", "Fix the codebook as it is, or see what changed between two versions"
    ),
    "book_review": marked(
        "hints", "Look at the codings that were made with an earlier meaning of their code"
    ),
    "book_import": marked(
        "hints", "Take a codebook from a file; what changed on both sides is asked"
    ),
    "book_export": marked("hints", "Write the codebook as .qdc, csv, workbook, or to print"),
    "boundary_rule": marked(
        "hints", "Write into both codes which one is to be used where coders chose differently"
    ),
    "copy_methods": marked(
        "hints", "Copy a sentence on these figures that a methods section can quote"
    ),
    "check_quotations": marked(
        "hints", "Hold every quotation of a draft against the documents, letter by letter"
    ),
    "take_over_highlights": marked(
        "hints", "Make codings of the highlights that another program left in the PDF"
    ),
    "read_scans": marked(
        "hints", "Let Tesseract read pages without text; codings go along to the new text"
    ),
    "read_page": marked("hints", "Let Tesseract read this page again, where its text is bad"),
    "text_quality": marked(
        "hints", "See page by page whether the text of documents can be trusted"
    ),
    "memo_here": marked(
        "hints", "Write a note, question or decision on what is active or selected"
    ),
    "memo_edit": marked("hints", "Write the marked memo anew"),
    "memo_remove": marked("hints", "Remove the marked memo; undo brings it back"),
    "settle_{digit}": marked("hints", "Let what coder {digit} says be the outcome at this place"),
    "settle_both": marked("hints", "Let all codes of the coders hold at this place"),
    "settle_edit": marked("hints", "Choose code, place and facets of the outcome yourself"),
    "settle_none": marked("hints", "Let no coding hold at this place"),
    "settle_discuss": marked("hints", "Leave the place open with a memo, to talk about it"),
    "settle_next": marked("hints", "Go to the next difference without deciding this one"),
    "settle_previous": marked("hints", "Go to the difference before this one"),
    "settle_equal": marked(
        "hints", "Make outcomes of everything that all coders said alike, in one act"
    ),
    "jobs": marked("hints", "Go to the work that runs, where it can be stopped"),
    "manual": marked("hints", "Open the manual at what you are looking at; no network is needed"),
    "palette": marked("hints", "Find every command by its name, and learn its key"),
    "tour": marked(
        "hints", "Select, code, compare, look behind a figure and export, in two minutes"
    ),
    "whats_new": marked("hints", "Read what this version brings, and those before it"),
    "cite": marked(
        "hints", "Read how to cite the program, a passage and a count with its agreement"
    ),
    "settings": marked(
        "hints", "Choose language, theme, size of text and more; each choice holds at once"
    ),
    "shortcuts": marked("hints", "Give commands other keys; a clash is named"),
    "about": marked("hints", "See version and licence"),
    "code_{digit}": marked(
        "hints", "Put the code that you pinned to {digit} on the selected words"
    ),
}


def hint(name: str) -> str:
    """Return what an action does, in the window's language."""
    stem, _, digit = name.rpartition("_")
    numbered = f"{stem}_{{digit}}"
    return translate("hints", HINTS[numbered if numbered in HINTS else name]).format(digit=digit)
