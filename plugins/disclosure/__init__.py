"""What a certification body has to make public: its profile, the pages that tell it, and the matrix that holds both complete."""
