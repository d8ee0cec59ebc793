# Rótulos de los portales de Microsoft, tal cual salen. No son textos nuestros.

# «Tipos de cuenta compatibles», en el formulario de registro. El tercero es el de las capturas de los fabricantes; los
# demás, según la documentación y por su sentido.
account-types-single-tenant = Solo inquilino único
account-types-multi-tenant = Varios inquilinos de Entra ID
account-types-multi-tenant-and-personal = Cualquier inquilino de Entra ID + cuentas personales de Microsoft
account-types-personal-only = Solo cuentas personales
