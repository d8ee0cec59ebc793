# «No tengo permisos»: otra persona hace el registro, y los datos vuelven.

it-title = Que lo haga informática
it-lead = Copia este mensaje y mándalo a quien lleva la informática. No lleva el secreto.
it-message-subject = Ayuda con el correo del ERP
it-message-request =
    Si tienes Vincula, es más fácil: copia este mensaje entero, abre Vincula y pulsa «Pegar una petición».
    Al acabar, devuelve la respuesta que te da.
it-copy = Copiar el mensaje
it-who = ¿A quién se lo pides?
it-who-optional = (si quieres)
it-who-hint = Su nombre o su correo. Así sabrás a quién esperas.
it-mail = Abrir en mi correo
it-mail-paste = Pega aquí el mensaje que ha copiado Vincula: pulsa Ctrl y V a la vez.
it-keep = Guardar en un archivo
it-kept = Lo tienes aquí: { $path }
it-waiting = Esperando a informática
it-waiting-named = Esperando a { $who }
it-waiting-since = Es el turno de informática. Lo pediste el { $date }.
it-waiting-since-named = Es el turno de { $who }. Se lo pediste el { $date }.
it-waiting-more = Cuando te contesten, copia su respuesta y pégala aquí.
it-answer = Ya me han contestado
it-answer-title = La respuesta de informática
it-answer-lead = Copia entero el mensaje de informática. Escribe la clave que te han dicho y pulsa el botón.
it-passphrase = La clave que te han dicho
it-passphrase-hint = Son 16 letras y cifras, en cuatro grupos. Por ejemplo: k7fm-2xqe-9dpa-hw3t
it-paste-answer = Pegar la respuesta
it-open-answer = Abrir un archivo de respuesta
it-alone = Sigo yo
it-link = No tengo permisos: que lo haga informática

help-link = ¿Te han pedido ayuda? Pegar una petición
help-badge = Ayudas a otra persona
help-title = Lo haces para { $mailbox }
help-lead = Ya puedes devolver la respuesta. Va cerrada con una clave.
help-copy = Copiar la respuesta
help-copied = Ya está copiada. Mándala por correo.
help-keep = Guardar la respuesta en un archivo
help-kept = Está aquí: { $path }
help-passphrase = Di esta clave por teléfono. No la mandes por correo. Solo se ve ahora:

fault-file-not-kept = No hemos podido guardar el archivo. Mira si queda sitio en el disco y prueba otra vez.
fault-mail-program-unavailable = No hemos podido abrir tu correo. El mensaje está copiado: abre tu correo y pégalo.
fault-no-secret-end = Esa fecha no vale. Elige otra.
fault-errand-missing = Lo que has copiado no es de Vincula. Copia el mensaje entero y vuelve a pulsar.
fault-errand-damaged = Al mensaje le falta un trozo. Cópialo entero y vuelve a pulsar.
fault-wrong-passphrase = Esta clave no lo abre. Mírala bien o pide que te la digan otra vez.
fault-another-request = Esta respuesta es de otra petición. Pide la tuya.
fault-nothing-to-answer = Aún falta el Client ID o el secreto. Acaba sus pasos y vuelve aquí.
