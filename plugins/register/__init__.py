"""The register of certificates: read from the body's export, looked up without a server, listed and fed (GZ021 9.3, 9.4)."""
