# Lo que se lee en la ventana. Tú, imperativo, frases cortas; los rótulos de Microsoft, tal cual, en negrita.

## De todas las páginas

language-switch = Idioma
practice-label = Modo de prácticas
practice-band = **Modo de prácticas:** nada de esto es Microsoft de verdad.
home = Volver al inicio
close = Cerrar
back = Atrás
cancel = Cancelar
save = Guardar
change = Cambiar
copy = Copiar
copied = Copiado
copied-what = Copiado: { $what }
paste = Pegar
pasted = Pegado
optional = (si lo tienes a mano)
try-again = Probar otra vez
version = Vincula { $version }
long-wait = Microsoft tarda más de lo normal. Llevamos { $seconds } segundos.
already-open = Vincula ya está abierto. Búscalo entre tus ventanas.
starting-failed = Vincula no ha podido arrancar

## Lista de pasos

nav-label = Pasos
nav-steps = Ver los pasos
nav-step-of = Paso { $step } de { $steps }
nav-details = Tus datos
task-done = hecho
task-now = ahora
task-later = después
minutes-left =
    { $minutes ->
        [one] Queda un minuto
       *[other] Quedan unos { $minutes } minutos
    }
all-done = Todo hecho
steps-done = { $done } de { $steps } pasos
beside = Poner Vincula al lado
beside-other = Otro lado
beside-leave = Ventana grande
saved-alone = Todo se guarda solo.

## Bienvenida

guide-added = Guía añadida en este equipo
guide-faults = Hay guías de este equipo que no se pueden usar
welcome-title = Haz que tu ERP envíe correo
welcome-lead = Te llevamos de la mano por las páginas de Microsoft. Al final verás llegar un correo de prueba.
welcome-resume = Sigue donde lo dejaste
welcome-choose = Elige qué quieres conectar
welcome-choose-another = Conecta otro correo
guide-size = { $steps } pasos · unos { $minutes } minutos
start = Empezar
resume = Continuar
open = Abrir
setup-progress = { $done } de { $steps } pasos
setup-verified = Comprobado el { $date }
fact-easy = No hay que saber de informática.
fact-easy-more = Cada página pide una sola cosa. Tú copias y pegas.
fact-pause = Puedes parar cuando quieras.
fact-pause-more = Al volver, sigues en el mismo punto.
fact-private = Tus claves se quedan contigo.
fact-private-more = Se guardan en este equipo. Solo se enseñan a Microsoft, para comprobar.
delete-what = Borrar { $mailbox }
delete-title = ¿Borrar esta conexión de Vincula?
delete-body = Se borran los datos y el secreto de este equipo. En Microsoft y en tu ERP no cambia nada.
delete-confirm = Sí, borrar

## Archivos de este equipo

mishap-unknown = una conexión
mishap-restored = El archivo de { $mailbox } estaba dañado. Hemos vuelto a la copia anterior.
    .do = Repasa sus datos. Puede faltar lo último que hiciste.
    .kept = El archivo dañado está aquí: { $path }
mishap-lost = El archivo de { $mailbox } está dañado y no queda copia.
    .do = Empieza esa conexión de nuevo. Tu ERP sigue como estaba.
    .kept = El archivo dañado está aquí: { $path }
mishap-known = Entendido
newer-title = De una versión más nueva
newer-unknown = Una conexión
newer-see = Ver sus datos
unread-title = Hay una conexión que no podemos abrir

## Tus datos

details-title = Empecemos por dos datos
details-edit-title = Tus dos datos
details-lead = Los dos los conoces. Con ellos preparamos todo lo demás.
details-erp = La dirección de { $erp }
details-erp-hint = Copia la dirección del navegador, o la página entera de tu ERP con esos datos. Por ejemplo: { $example }
details-mailbox = El correo que va a enviar
details-mailbox-hint = La cuenta de Microsoft de la que saldrán los correos. Por ejemplo: ventas@tuempresa.com
details-practice = Estás de prácticas. Puedes usar datos de muestra.
details-practice-button = Usar los de muestra
details-continue = Continuar
details-save = Guardar y seguir
error-summary =
    { $count ->
        [one] Hay un dato que revisar
       *[other] Hay { $count } datos que revisar
    }

## Letra y colores

look-link = Letra y colores
look-title = Letra y colores
look-lead = Elige cómo quieres ver Vincula. Se queda así.
look-letters = Tamaño de la letra
look-letters-normal = Normal
look-letters-large = Grande
look-letters-larger = Muy grande
look-colours = Colores
look-colours-system = Los de este equipo
look-colours-light = Claros
look-colours-dark = Oscuros
look-colours-contrast-light = Claros, con más contraste
look-colours-contrast-dark = Oscuros, con más contraste
look-motion = Movimiento
look-motion-system = El de este equipo
look-motion-still = Que no se mueva nada

## Tu caso

case-link = Tu caso
case-title = Lo que hemos elegido por ti
case-lead = Casi siempre está bien así. Cámbialo solo si lo tuyo es otra cosa.
case-reset = Dejarlo todo como estaba
case-signs-in = ¿Con qué cuenta entras tú?
case-signs-in-hint = Es tu propio correo de la empresa. Entrarás con él y el correo saldrá de { $mailbox }.
case-signs-in-save = Guardar esta cuenta
case-send-as = Pide a informática el permiso «Enviar como» para tu cuenta. Se da en Exchange, en el buzón { $mailbox }.
question-account = ¿De quién es la cuenta?
choice-account-work = De la empresa
choice-account-personal = Es personal: acaba en @outlook.com, @hotmail.com o parecido
question-owner = ¿Quién abre ese buzón?
choice-owner-own = Tiene su propia contraseña
choice-owner-shared = Lo abren varias personas, cada una con la suya
question-audience = ¿Qué cuentas podrán usar el registro?
choice-audience-multi-tenant-and-personal = Las de cualquier empresa y las personales
choice-audience-multi-tenant = Las de cualquier empresa
choice-audience-single-tenant = Solo las de tu empresa
choice-audience-personal-only = Solo las personales
question-cloud = ¿Qué dirección tiene el Azure de tu empresa?
choice-cloud-global = portal.azure.com, como casi todas
choice-cloud-us-gov-high = portal.azure.us
choice-cloud-us-gov-dod = portal.azure.us, del ejército de EE. UU.
choice-cloud-china = portal.azure.cn
why-personal-address = Lo sabemos por cómo acaba tu correo.
why-own-domain = Tu correo acaba en el nombre de tu empresa.
why-usual = Es lo normal.
why-erp = Lo pide { $erp }.
why-you = Lo has elegido tú.
snag-personal-not-admitted = Con una cuenta personal no podrás entrar. Elige «Las de cualquier empresa y las personales».
snag-shared-needs-own-sign-in = { $erp } envía con la cuenta que entra. Pide a informática que este buzón tenga contraseña y licencia.
snag-signs-in-missing = Falta decir con qué cuenta entras tú.
snag-tenant-missing = Falta el ID de directorio. Copia entera la página de tu registro y pégala donde va el Client ID.

## Cuándo caduca el secreto

secret-end-title = ¿Cuándo caduca?
secret-end-question = El plazo que elegiste en **Expira**
secret-end-choose = Elige el plazo
secret-end-90 = 90 días (3 meses)
secret-end-180 = 180 días (6 meses)
secret-end-365 = 365 días (12 meses)
secret-end-545 = 545 días (18 meses)
secret-end-730 = 730 días (24 meses)
secret-end-other = Otra fecha
secret-end-day = El último día
secret-end-known = Caduca el { $date }.
reminder-lead = Microsoft no avisa. Ese día tu ERP deja de enviar.
reminder-keep = Guardar un aviso para el calendario
reminder-kept = El aviso está aquí: { $path }
reminder-open = Ábrelo y tu calendario te avisará 30, 7 y 1 días antes.

## En papel

paper-link = Imprimir la guía
paper-title = Tu guía, en papel
paper-lead = Guárdala o enséñala a quien te ayude. Lleva tus datos, pero no el secreto.
paper-print = Imprimir o guardar en PDF
paper-secret = El secreto no se imprime. Está guardado en Vincula.
paper-check-list = Repasa antes de acabar

## Qué significa

words-title = ¿Qué es?

## Un paso

step-place = Dónde estás:
step-actions = Qué pulsar
step-result = Qué verás
open-portal = Abrir esta página en Azure
done = Hecho, siguiente
mended = Hecho, sigo donde estaba
give-hint = Cópialo aquí y pégalo en Azure tal cual.
value-missing = Falta
paste-client-id = Pegar el Client ID
paste-tenant-id = Pegar el ID de directorio
paste-client-secret = Pegar el secreto
slot-client-id = Cópialo en Azure y pulsa «Pegar el Client ID».
slot-tenant-id = Cópialo en Azure y pulsa «Pegar el ID de directorio».
slot-client-secret = Cópialo en Azure y pulsa «Pegar el secreto».
offer = Parece que has copiado esto: { $what }.
offer-client-id = Pulsa «Pegar el Client ID».
offer-tenant-id = Pulsa «Pegar el ID de directorio».
offer-client-secret = Pulsa «Pegar el secreto».
keep-old = Dejar el que había
by-hand = Escribirlo a mano
held-saved = Guardado. Tiene la forma correcta.
held-secret = Guardado · { $length } caracteres
held-cleaned = Hemos quitado los espacios y comillas que sobraban.
place-keyring = Está en el almacén de claves de este equipo.
place-session = Está en la memoria, hasta que cierres Vincula.
place-session-note = No podemos usar el almacén de claves de este equipo. Si cierras Vincula, tendrás que pegar el secreto otra vez.
shape-unusual = No tiene la forma de siempre, pero puede valer. Lo sabremos al comprobar.

## Con un solo pegado

fast-link = ¿Llevas Azure en tu empresa? Hazlo con un solo pegado
fast-title = Hazlo con un solo pegado
fast-lead = Es para ti si llevas Azure en tu empresa y puedes crear registros.
fast-do-1 = Elige **Bash** o **PowerShell** y pulsa **Copiar el guion**.
fast-do-2 = Abre **Cloud Shell** en Azure. Usa allí la misma consola.
fast-do-3 = Pega el guion y pulsa **Intro**. Tarda un minuto.
fast-do-4 = Copia el bloque que sale al final. Vuelve y pulsa **Pegar el resultado**.
fast-script = El guion
fast-shell = Elige la consola
fast-shell-bash = Bash
fast-shell-powershell = PowerShell
fast-copy = Copiar el guion
fast-open = Abrir Cloud Shell
fast-what = Qué hace el guion
fast-what-1 = Crea el registro de tu ERP en Microsoft.
fast-what-2 = Le da los permisos de correo.
fast-what-3 = Crea el secreto. No borra nada.
fast-paste = Pegar el resultado
fast-block = El bloque del guion
fast-refused = Lo que has pegado no es el bloque del guion.
fast-partial = Tenemos el secreto, pero falta el Client ID.
fast-whole = Copia el bloque entero y pega otra vez.
fast-back = Volver a los pasos

## Estoy atascado

stuck = Estoy atascado
stuck-title = Vamos a desatascarlo
stuck-lead = No has roto nada y todo está guardado. ¿Qué te pasa?
stuck-else = No es nada de eso
stuck-go = Ir a esa página
stuck-1 = Mira que en Azure estés dentro con la cuenta de tu empresa.
stuck-2 = Si la página no se parece, ábrela otra vez desde aquí.
stuck-3 = Si no ves un botón, puede que falte permiso. Pide ayuda a informática.
stuck-4 = Si Azure está en inglés, cambia también el idioma de Vincula.
stuck-reread = Volver a leer este paso
stuck-values = Revisar mis datos
values-title = Tus datos
values-lead = Mira que cada dato sea igual al de Azure o al de tu ERP.
values-go = Ir a su página

## Comprobar

checks-title = Lo que comprobamos
outcome-waiting = Pendiente
outcome-running = Mirando
outcome-passed = Bien
outcome-failed = Falla
connect-title = Comprueba y entra con tu cuenta
connect-lead = Primero preguntamos a Microsoft si todo está en su sitio. Después entras tú.
prove-do-1 = Miramos si tus datos valen. Tarda unos segundos.
prove-do-2 = Entras con la cuenta que va a enviar.
prove-do-3 = Enviamos un correo de prueba y ves si llega.
prove-body-safe = No se envía nada sin que tú lo digas.
prove-button = Comprobar ahora
prove-running = Estamos preguntando a Microsoft.
prove-hand-over = Ver los datos para el ERP

## Iniciar sesión

sign-in-lead = Tus datos están bien. Ahora Microsoft tiene que saber que eres tú.
sign-in-do-1 = Pulsa **Iniciar sesión con Microsoft**. Se abre una ventana.
sign-in-do-2 = Entra con **{ $mailbox }**, aunque uses otra cuenta cada día.
sign-in-do-3 = Si Microsoft pide permiso, pulsa **Aceptar**. La ventana se cierra sola.
sign-in-safe = La contraseña la escribes en la página de Microsoft. Vincula no la ve.
sign-in-button = Iniciar sesión con Microsoft
window-opening = Abriendo la ventana de Microsoft
window-open = La ventana de Microsoft está abierta
window-answered = Ya has entrado. Estamos mirando los permisos
window-closed = La ventana de Microsoft está cerrada
window-account = Entra en ella con { $mailbox }.
window-host = Estás en
window-error-hint = ¿No hay forma de seguir? Pulsa «No puedo seguir».

## Correo de prueba

send-title = Envía un correo de prueba
send-lead = Un solo correo, corto y sin adjuntos. Después miras si llega.
send-from = De
send-to = Para
send-to-hint = Pon un buzón que puedas abrir ahora. El tuyo vale.
send-what = El asunto dirá que es una prueba de Vincula.
send-button = Enviar correo de prueba
send-running = Estamos enviando el correo.

## ¿Ha llegado?

arrival-title = ¿Ha llegado el correo?
arrival-lead = Microsoft lo ha aceptado. Va camino de { $to }.
arrival-do-1 = Abre el buzón de **{ $to }**.
arrival-do-2 = Busca un correo de prueba de Vincula. Puede tardar un par de minutos.
arrival-do-3 = Si no está, mira en **Correo no deseado** y en **Otros**.
arrival-yes = Sí, ha llegado
arrival-not-yet = Todavía no
arrival-not = Llevo un rato y no llega
arrival-send-again = Enviar otro
arrival-wait = Dale un par de minutos y mira otra vez. Esta página te espera.

## Algo falla

fix-title = Hay una cosa que arreglar
fix-lead = Lo demás está guardado. Arréglalo y prueba otra vez.
fix-check-all = Comprobar todo otra vez
problem-what = Qué ha pasado
problem-do = Qué hacer
problem-expected = Esperábamos
problem-found = Hemos visto
problem-evidence = Detalles para informática
evidence-name = Nombre
evidence-code = Código
evidence-status = Estado HTTP
evidence-host = Servidor
evidence-proxy = Proxy
evidence-trace-id = Id. de traza
evidence-correlation-id = Id. de correlación
evidence-timestamp = Hora
evidence-expected = Se esperaba
evidence-found = Se vio
evidence-text = Texto

## Llevarlo al ERP

hand-over-title = Funciona. Llévalo a { $erp }
hand-over-lead = Copia cada dato y pégalo en su casilla, en este orden.
hand-over-fields = Datos para tu ERP
hand-over-place = Dónde va en tu ERP:
hand-over-copied = copiado
hand-over-masked = Guardado y oculto. Se copia entero.
hand-over-button = Ya está en el ERP

## Final

end-title = Listo: { $erp } ya puede enviar correo
end-lead = Has hecho lo más difícil. Solo queda un apunte para más adelante.
end-done = Lo que has hecho
end-done-1 = Tu ERP tiene su propio registro en Microsoft.
end-done-2 = El correo de prueba ha llegado.
end-done-3 = Los datos están en tu ERP.
end-next = Y ahora
end-next-2 = Cuando se acerque ese día, abre Vincula y cambia el secreto. Son cinco minutos.
end-next-3 = Si un día el correo no sale, abre Vincula y pulsa **Comprobar ahora**.
end-home = Volver al inicio
