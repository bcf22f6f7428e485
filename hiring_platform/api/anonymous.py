class Anonymous:
    """Whoever has not signed in. Django's own AnonymousUser would bring the ORM's user model with it."""

    id = None
    pk = None
    role = ""
    is_authenticated = False
    is_active = False
