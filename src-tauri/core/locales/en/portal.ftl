# Labels of Microsoft's portals, exactly as they show them. They are not our texts.

# “Supported account types”, in the form of a new registration.
account-types-single-tenant = Single tenant only
account-types-multi-tenant = Multiple Entra ID tenants
account-types-multi-tenant-and-personal = Any Entra ID Tenant + Personal Microsoft accounts
account-types-personal-only = Personal accounts only
