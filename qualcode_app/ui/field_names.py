"""What the fields of a code are called, in the window's language."""

from __future__ import annotations

from qualcode_app.ui.wording import translate


def field_name(field: str) -> str:
    """Return the name of a field of a code; one without a name goes by its column."""
    names = {
        "key": translate("fields", "Key"),
        "parent_uid": translate("fields", "Code above"),
        "label_nl": translate("fields", "Name in Dutch"),
        "label_en": translate("fields", "Name in English"),
        "short_nl": translate("fields", "Short definition in Dutch"),
        "short_en": translate("fields", "Short definition in English"),
        "full_nl": translate("fields", "Full definition in Dutch"),
        "full_en": translate("fields", "Full definition in English"),
        "when_to_use": translate("fields", "When to use"),
        "code_boundary": translate("fields", "When not to use"),
        "example": translate("fields", "Example"),
        "borderline": translate("fields", "Borderline case"),
        "colour": translate("fields", "Colour"),
        "side": translate("fields", "Side"),
        "pole_a": translate("fields", "Pole A"),
        "pole_b": translate("fields", "Pole B"),
        "default_on": translate("fields", "In use by default"),
        "is_residual": translate("fields", "Residual code"),
        "memo": translate("fields", "Note"),
        "status": translate("fields", "Status"),
        "code_keyword": translate("fields", "Keywords"),
        "code_source": translate("fields", "Sources"),
    }
    return names.get(field, field)
