"""Teams: who codes which document, files handed out and sent back."""
