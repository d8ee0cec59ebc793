# Dónde se inicia sesión, y qué pasa cuando un sitio no lleva a ninguna parte.

## Los sitios

surface-window = Aquí mismo
surface-loopback = En mi navegador
surface-deep-link = En mi navegador, con vuelta a Vincula
surface-pasted = En otro navegador: copio y pego la dirección

## Por qué un sitio no sirve. Una frase cada uno.

dead-end-device-rule = Tu empresa solo deja entrar desde el navegador de un equipo suyo.
dead-end-passkey = Tu llave de acceso no funciona en esta ventana, pero sí en el navegador.
dead-end-blank-page = La página se ha quedado en blanco.
dead-end-window-missing = Este equipo no puede abrir la ventana de Microsoft.
dead-end-approval-needed = Un administrador de tu empresa tiene que dar el permiso antes.
dead-end-error-page = Microsoft enseña un error y esa página no lleva a ninguna parte.
dead-end-timed-out = Hace un buen rato que no pasa nada.

## La página que queda en el navegador

browser-page-done = Ya está: vuelve a Vincula.
    .more = Puedes cerrar esta pestaña.
browser-page-not-this = Esta dirección no es la respuesta que espera Vincula.
    .more = Sigue en la página de Microsoft, o empieza otra vez desde Vincula.

## Elegir el sitio

way-where = ¿Dónde quieres entrar?
way-closed = Falta una dirección en Azure.
way-add = Añadirla
way-title = Deja que tu navegador vuelva a Vincula
way-lead = Añade esta dirección en Azure, junto a la de tu ERP. No borres nada.
way-do-1 = En Azure, abre **Autenticación** y pulsa **Agregar URI de redirección**.
way-do-web = Elige **Web**, pega la dirección y pulsa **Configurar**.
way-do-desktop = Elige **Aplicaciones móviles y de escritorio**, pega la dirección y pulsa **Configurar**.
way-do-3 = Espera un minuto, vuelve y pulsa **Ya está puesta**.
way-done = Ya está puesta
way-address = La dirección
way-go = Seguir así: { $place }
way-in-browser = Sigue en tu navegador. Al acabar, Vincula lo ve.
way-paste = Entra en tu navegador. Al final, copia la dirección de arriba y pégala aquí. Da igual si la página falla.
way-paste-ends = Empieza así:
way-paste-button = Pegar la dirección
way-paste-copy = Copiar para otro navegador
way-paste-none = Eso no es una dirección. Copia entera la barra de arriba del navegador.
way-paste-other = Esa dirección no es de este inicio. Copia la de la última página.
unknown-host = La página quiere ir a { $host }. No es de Microsoft ni de tu empresa.
unknown-host-trust = Lo conozco, seguir

## ¿Qué ves?

see-open = No puedo seguir
see-title = ¿Qué ves?
see-lead = Elige lo que más se parece. Te llevamos por otro lado.
see-device-rule = Dice que uses un equipo de tu empresa
see-passkey = Pide una llave o la huella, y no pasa nada
see-blank-page = La página está en blanco
see-approval-needed = Pide el permiso de un administrador
see-error-page = Un error con un código raro

## Dar el permiso

approve-who = Lo da quien manda en las cuentas de tu empresa. Si eres tú, pulsa aquí:
approve-button = Soy administrador: dar el permiso
approve-running = Entra como administrador y pulsa Aceptar. No envías nada ni cambias de buzón.
approve-done = Permiso dado. Ahora entra con la cuenta que envía.

## Te proponen una conexión

proposal-title = Te proponen una conexión
proposal-lead = Alguien te ha mandado estos datos. Mira que sean los tuyos antes de seguir.
proposal-client-id = A la aplicación de este Id. le darás acceso a tu correo. Compáralo con el que te ha dado { $erp }.
proposal-refused = Esto no lo hemos cogido: { $names }
proposal-yes = Son los míos, empezar
proposal-no = No usarlos

## ¿Te ha salido un error?

stuck-explain = ¿Te ha salido un error? Pégalo aquí
stuck-explain-lead = Copia el mensaje entero y pulsa. Te decimos qué es.
stuck-explain-again = Pegar otro
