"""What people do on their phones, and what tests and scripts hold in their hands."""
