"""The rooms of the guide: one folder per subject, logic beside the view that draws it."""
