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
already-open = Vincula ya está abierto. Mira en tus otras ventanas.
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
one-left = Falta arreglar una cosa
steps-done = { $done } de { $steps } pasos
beside = Poner Vincula al lado
beside-other = Otro lado
beside-leave = Ventana grande
saved-alone = Todo se guarda solo.

## Bienvenida

guide-origin-built-in = Incluida en Vincula
guide-origin-added = Añadida en este equipo
guide-origin-machine = Puesta por informática
guide-faults = Hay guías de este equipo que no se pueden usar
welcome-title = Une tu ERP con Microsoft
welcome-lead = Te llevamos de la mano por las páginas de Microsoft. Al final ves con tus ojos que funciona.
welcome-resume = Tus conexiones
welcome-choose = Elige qué quieres conectar
welcome-choose-another = Conecta otra cosa
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
secret-end-180 = 180 días (6 meses), lo recomendado
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
place-instead-of-keyring = Está en la memoria, hasta que cierres Vincula.
place-instead-note = Si cierras Vincula, tendrás que pegar el secreto otra vez.
place-keep = Guardarlo otra vez
keyring-waits = El almacén de claves espera tu clave. Busca su ventana y escríbela.
keyring-give-up = Seguir sin esperar
keyring-again = Probar otra vez
forget = Borrarlo todo
forget-title = ¿Borrar todo lo de Vincula?
forget-body = Se borran de este equipo todas tus conexiones, sus secretos y lo que has elegido. En Microsoft y en tu ERP no cambia nada.
forget-confirm = Sí, borrarlo todo
forget-done = Ya no queda nada tuyo en este equipo.
forget-left = Esto no se ha podido borrar:
forget-left-secret = El secreto de una conexión.
forget-left-unlisted = Lo que queda en el almacén de claves.
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
prove-do-2 = Entras con la cuenta que usará tu ERP.
prove-do-3 = Enviamos un correo de prueba y ves si llega.
prove-do-3-look = Probamos lo que hará tu ERP y lo dejamos todo como estaba.
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
problem-left = Búscalo con este nombre
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
hand-over-title-connect = Funciona. Conecta tu cuenta en { $erp }
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

## Cómo está cada conexión

health-secret-ended = El secreto caducó el { $date }. Tu ERP ya no envía.
health-secret-ends =
    { $days ->
        [0] El secreto caduca hoy.
        [1] El secreto caduca mañana.
       *[other] El secreto caduca en { $days } días, el { $date }.
    }
health-secret-lasts = El secreto caduca el { $date }
health-renewing = Estás renovando el secreto.
health-works = Funciona desde el { $date }
health-not-proven = Falta comprobarlo.
health-archived = Archivado. Nadie te avisará.
health-failed-on = Falló el { $date }
health-unclear-on = El { $date } no se pudo terminar de comprobar.
check-again = Comprobar otra vez
setup-more = Más opciones de { $name }
setup-rename = Cambiar el nombre
setup-name = ¿Cómo quieres llamarlo?
setup-name-hint = Por ejemplo: Ventas. Si lo dejas vacío, verás { $mailbox }.
setup-duplicate = Hacer una copia
setup-archive = Archivar
setup-unarchive = Recuperar
setup-delete = Borrar
setup-archived = Archivados ({ $count })
setup-said-duplicate = Hemos hecho una copia de { $name }. Le falta el secreto.
setup-said-archive = { $name } está con los archivados.
setup-said-unarchive = { $name } está otra vez en la lista.

## Renovar el secreto

renew = Renovar el secreto
renew-title = Renueva el secreto
renew-lead = Crea otro secreto en el mismo registro. No toques el antiguo hasta que el nuevo funcione.
renew-prove = Comprobar el nuevo
renew-cancel = Dejar el de antes
renew-nav-asks = Crear el secreto nuevo
renew-nav-proves = Comprobar que funciona
renew-nav-hand-over = Llevarlo al ERP
renew-nav-remove-old = Borrar el antiguo
renew-hand-over-title = Funciona. Cambia el secreto en { $erp }
renew-hand-over-lead = Solo cambia un dato. Todo lo demás queda igual.
renew-hand-over-field = El secreto nuevo
renew-hand-over-do-1 = Abre esa página en tu ERP.
renew-hand-over-do-2 = Copia aquí el secreto y pégalo en su casilla, en lugar del antiguo.
renew-hand-over-do-3 = Guarda los cambios y envía un correo desde el ERP.
renew-hand-over-others = Ver los demás datos
remove-old-title = Ya puedes borrar el secreto antiguo
remove-old-lead = El nuevo funciona y está en { $erp }. El antiguo ya no hace falta.
remove-old-do-1 = Mira antes que { $erp } ha enviado un correo con el secreto nuevo.
remove-old-do-2 = En la tabla, busca el secreto antiguo. Es el que caduca antes.
remove-old-do-2-dated = En la tabla, busca el secreto antiguo: caduca el **{ $date }**.
remove-old-do-3 = Pulsa la papelera de esa fila y confírmalo.
remove-old-keep = No borres el nuevo. Caduca el { $date }.
remove-old-done = Ya lo he borrado
remove-old-keep-it = Dejarlo, ya caducará

## Lo que trae cada guía

questions-title = Lo que suele preguntar la gente
retired-title = ¿Tu manual pide otros permisos?
retired-now = Hoy: { $names }.
retired-none = Hoy no hace falta.
retired-still = Ojo:
approval-message = Ver el mensaje para el administrador
access-title = Cuando el permiso acaba
access-again = Cómo darlo otra vez
access-revoke = Cómo quitarlo
details-account = La cuenta de Microsoft
details-account-hint = El correo de la cuenta que vas a unir. Por ejemplo: ventas@tuempresa.com
support-title = Lo pone { $name } por ti
support-phone = Teléfono
support-mail = Correo
support-file = Guardar el archivo para soporte
support-file-why = Lo más seguro es un archivo cerrado. Lo abren con Vincula y con una clave que les dices por teléfono.
support-plain = Quien tenga los dos datos puede actuar por tu empresa. No mandes la clave en un correo: dila por teléfono.
hand-over-support = Pasa estos datos al soporte. Ellos hacen el resto.
hand-over-unread =
    { $count ->
        [0] Vemos tu bandeja de entrada. No tiene correos sin leer.
        [one] Tu bandeja tiene un correo sin leer. Lo hemos contado y sigue sin leer.
       *[other] Tu bandeja tiene { $count } correos sin leer. Los hemos contado y siguen sin leer.
    }
hand-over-nothing = No hay nada que copiar. Ahora conecta tu cuenta allí.
hand-over-values = Datos para el soporte
hand-over-told = Ya los tienen
hand-over-connected = Ya está conectada
end-linked = Listo: { $erp } ya está unido a tu cuenta
end-lead-linked = Has hecho lo más difícil. No queda nada pendiente.
end-done-consented = Tu cuenta ha dado permiso, y sabes para qué.
end-done-proven = Todo está probado con Microsoft.
end-done-told = El soporte tiene los datos.
end-next-linked = Si un día deja de ir, abre Vincula y pulsa **Comprobar ahora**.
