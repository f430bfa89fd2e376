"""What fills the screen: each asks the board for values and hands them to widgets."""
