"""What projects and packs are made of: frozen, strict records, cheap to read."""
