# What the command line says. The names of checks and problems are in the other files.

verify-proven = Todo listo: Microsoft aceptó el correo de prueba de { $mailbox }.
verify-not-proven = Aún no sabemos si { $mailbox } puede enviar.
verify-proven-look = Todo listo: todo funciona con { $mailbox }.
verify-not-proven-look = Aún no está todo comprobado con { $mailbox }.
arrival-question = ¿Ha llegado el correo de prueba a { $to }? (s: sí · n: no · otra tecla: todavía no)

paste-open = Abre esta dirección en el navegador e inicia sesión:
paste-then =
    Al terminar, el navegador irá a { $redirect }
    Da igual lo que muestre esa página. Copia su dirección completa y pégala aquí:
paste-not-an-address = Eso no es una dirección. Copia la barra de direcciones completa.
paste-another-address = Esa dirección no es la respuesta de este inicio de sesión. Sigo esperando.
loopback-open = Abre esta dirección en el navegador de este equipo e inicia sesión:
loopback-then = Cuando acabes, el navegador vuelve aquí él solo. Yo espero.

secret-prompt = Pega el secreto (no se verá) y pulsa Intro:{ " " }
secret-kept = El secreto está guardado en el llavero del sistema.

guide-good = La guía «{ $name }» está bien: { $steps } pasos.

lab-running = Laboratorio en marcha: nada de esto es Microsoft. Pulsa Ctrl+C para pararlo.
practice-begins = Práctica con el laboratorio en { $lab }. Nada de esto es Microsoft.
practice-arrived = El correo «{ $subject }» está en el buzón de { $to }.

outcome-skipped = Sin comprobar
outcome-unknown = Sin respuesta clara

## Qué es lo pegado: vincula recognise

recognised-client-id = Es el Client ID.
recognised-tenant-id = Es el ID de directorio.
recognised-object-id = Es el «Id. de objeto». No hace falta.
recognised-identifier = Es un ID, pero no dice de qué.
recognised-client-secret = Es el secreto.
recognised-secret-id = Es el «Id. de secreto». El secreto está en la columna «Valor».
recognised-masked-secret = Es un secreto tapado. Ya no se puede leer.
recognised-truncated-secret = Es un trozo de un secreto.
recognised-redirect-uri = Es la dirección de vuelta.
recognised-mailbox = Es un correo.
recognised-web-address = Es una dirección web.
recognised-registration-block = Es lo que escribe el script: Client ID, ID de directorio y secreto.
recognised-several = Son varios datos a la vez.
recognised-ambiguous = Hay más de un dato y no sabemos cuál es.
recognised-nothing = No sabemos qué es esto.

answer-passphrase = La frase que abre la respuesta: { $passphrase } Díctala por teléfono. No la mandes con el fichero.
answer-prompt = Escribe la frase que abre la respuesta:

## Qué es un error: vincula explain

explain-paste = Pega aquí el error. Para acabar, pulsa Intro y luego Ctrl+D (Ctrl+Z e Intro en Windows).

## Cómo está todo: vincula status

status-secret-ends-today = El secreto caduca hoy.
status-secret-ends-tomorrow = El secreto caduca mañana.
status-secret-ends = El secreto caduca en { $days } días, el { $date }.
status-waiting = Espera a otra persona desde el { $date }.

## El secreto nuevo: vincula renew

renew-proven = El secreto nuevo funciona y ya es el de esta conexión. Ponlo en el ERP. Después: vincula renew { $setup } --handed-over
renew-not-proven = Sigue valiendo el secreto de antes. Para probar otra vez: vincula renew { $setup } --again
