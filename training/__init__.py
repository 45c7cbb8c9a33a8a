"""How the shipped model is made: corruption, tokenisation, training, export, evaluation."""
