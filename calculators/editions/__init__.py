"""The numbers of the documents, one file per edition: each figure beside the clause that states it, and nothing else."""
