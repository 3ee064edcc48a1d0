"""The project file: opening, locking, writing, backups, who is who."""
