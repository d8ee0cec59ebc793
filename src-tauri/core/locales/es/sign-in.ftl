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
