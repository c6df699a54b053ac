"""What the page asks the practice workspace, and what a person does there."""
