# Lo que puede fallar. Cada causa: qué ha pasado, qué hacer (.do) y el botón que lo hace (.button).

## Tus datos en Microsoft

problem-tenant-unknown = Microsoft no conoce el ID de directorio que pegaste.
    .do = En Azure, copia otra vez «Id. de directorio (inquilino)» y pégalo aquí.
    .button = Pegar otro ID
problem-application-unknown = Microsoft no conoce el Client ID que pegaste.
    .do = Abre tu registro en Azure y copia «Id. de aplicación (cliente)».
    .button = Pegar otro Client ID
problem-redirect-not-registered = Tu registro no tiene esta dirección de vuelta, igual letra a letra.
    .do = Copia la dirección en Vincula y pégala en Azure tal cual.
    .button = Ver la dirección
problem-single-tenant-only = Tu registro solo deja entrar a cuentas de su propia empresa.
    .do = En Azure, cambia quién puede entrar con este registro.
    .button = Ver cómo se cambia
problem-audience-mismatch = Tu registro no admite este tipo de cuenta.
    .do = En Azure, elige la opción que admite todas las cuentas.
    .button = Ver cómo se cambia
problem-secret-wrong = Microsoft no acepta el secreto.
    .do = Crea otro en Azure y copia la columna «Valor», no el «Id. de secreto».
    .button = Pegar otro secreto
problem-secret-expired = El secreto ha caducado.
    .do = Crea otro en Azure y copia su «Valor» al momento.
    .button = Pegar otro secreto
problem-secret-missing = Falta el secreto.
    .do = Pega el secreto y comprueba otra vez.
    .button = Pegar el secreto
problem-client-id-missing = Falta el Client ID.
    .do = Pega el Client ID y comprueba otra vez.
    .button = Pegar el Client ID
problem-platform-not-web = La dirección de vuelta está en Azure, pero no en el tipo «Web».
    .do = Quítala en Azure y ponla otra vez, en «Web».
    .button = Ver cómo se hace
problem-permission-missing = Falta el permiso para enviar correo.
    .do = Añade el permiso en Azure y entra otra vez.
    .button = Ver cómo se añade

## La sesión

problem-consent-declined = En la página de permisos se pulsó «Cancelar».
    .do = Entra otra vez y pulsa «Aceptar» cuando Microsoft pida permiso.
    .button = Entrar otra vez
problem-admin-approval-needed = En tu empresa, este permiso lo tiene que dar informática.
    .do = Manda a informática el mensaje que hemos escrito por ti.
    .button = Ver el mensaje
problem-sign-in-cancelled = La sesión se canceló antes de acabar.
    .do = Entra otra vez cuando quieras.
    .button = Entrar otra vez
problem-window-closed = La ventana de Microsoft se cerró antes de acabar.
    .do = Entra otra vez y deja que la ventana se cierre sola.
    .button = Entrar otra vez
problem-sign-in-timed-out = Ha pasado mucho tiempo y Microsoft no ha contestado.
    .do = Entra otra vez, con la cuenta y la clave a mano.
    .button = Entrar otra vez
problem-microsoft-showed-error = Microsoft enseñó un error y no dejó seguir.
    .do = Mira que el Client ID y la dirección de vuelta sean iguales en Azure.
    .button = Revisar mis datos
problem-code-expired = El permiso de un solo uso que dio Microsoft ya no vale.
    .do = Entra otra vez, sin pausas.
    .button = Entrar otra vez
problem-callback-refused = La respuesta que llegó no era la de esta sesión. No la hemos usado.
    .do = Entra otra vez desde aquí.
    .button = Entrar otra vez
problem-sign-in-blocked = Una norma de tu empresa no deja entrar desde aquí.
    .do = Manda a informática el mensaje que hemos escrito por ti.
    .button = Ver el mensaje
problem-more-proof-needed = Microsoft quiere otra prueba de que eres tú.
    .do = Entra otra vez, con el móvil a mano.
    .button = Entrar otra vez
problem-account-not-allowed = Esta cuenta no puede usar el registro de tu ERP.
    .do = Pide a informática que le dé acceso.
    .button = Ver el mensaje
problem-wrong-account = Has entrado con otra cuenta, no con la que envía.
    .do = Entra otra vez y elige la cuenta que envía.
    .button = Entrar otra vez
problem-sign-in-no-longer-valid = La sesión ha acabado.
    .do = Entra otra vez y sigue donde estabas.
    .button = Entrar otra vez

## El correo

problem-mailbox-missing = Esta cuenta no tiene buzón de correo en Microsoft.
    .do = Pide a informática un buzón para ella, o usa otra cuenta.
    .button = Ver el mensaje
problem-send-as-denied = Esta cuenta no puede enviar en nombre de ese correo.
    .do = Pide a informática el permiso «Enviar como» para tu cuenta.
    .button = Ver el mensaje
problem-sending-blocked = Microsoft ha parado los envíos de este buzón por ahora.
    .do = Espera unas horas y prueba otra vez.
    .button = Probar otra vez
problem-mail-not-arrived = El correo salió, pero no lo ves en el buzón.
    .do = Mira en «Correo no deseado». Si no está, envía otro.
    .button = Volver a mirar

## El camino hasta Microsoft

problem-too-many-requests = Microsoft pide un poco de calma.
    .do = Espera un minuto y prueba otra vez.
    .button = Probar otra vez
problem-microsoft-unavailable = El servicio de Microsoft falla ahora. No es cosa tuya.
    .do = Espera un rato y prueba otra vez.
    .button = Probar otra vez
problem-unreachable = No llegamos a Microsoft desde este equipo.
    .do = Mira que haya internet. Si lo hay, avisa a informática.
    .button = Probar otra vez
problem-too-slow = Microsoft no ha contestado a tiempo.
    .do = Mira tu internet y prueba otra vez.
    .button = Probar otra vez
problem-not-trusted = Este equipo no se fía de quien contesta en nombre de Microsoft.
    .do = Avisa a informática: algo en la red abre el tráfico seguro.
    .button = Probar otra vez
problem-proxy-refused = La red de tu empresa pide una clave para salir.
    .do = Pide a informática que deje salir a Vincula.
    .button = Probar otra vez
problem-answer-interrupted = La respuesta de Microsoft se cortó a medias.
    .do = Mira tu internet y prueba otra vez.
    .button = Probar otra vez
problem-answer-not-microsofts = Ha contestado otra página en lugar de Microsoft.
    .do = Abre el navegador, entra en la red y prueba otra vez.
    .button = Probar otra vez
problem-keyring-unavailable = El almacén de claves de este equipo no se abre.
    .do = Abre el almacén con tu clave y prueba otra vez.
    .button = Probar otra vez
problem-another-cloud = Tu empresa está en otra nube de Microsoft.
    .do = Pregunta a informática cuál es y cámbiala en tus datos.
    .button = Revisar mis datos
problem-configuration-rejected = A Microsoft no le vale algo de tu registro.
    .do = Repasa tus datos. Si están bien, manda los detalles al soporte de tu ERP.
    .button = Revisar mis datos
problem-unexpected = Ha salido un error de Microsoft que no conocemos.
    .do = Repasa tus datos. Si están bien, manda los detalles al soporte de tu ERP.
    .button = Revisar mis datos

## Quién lo arregla

who-you = Esto lo arreglas tú, aquí mismo.
who-it = Esto lo arregla la informática de tu empresa.
who-support = Con esto te ayuda el soporte de tu ERP.
who-microsoft = Esto depende de Microsoft. Solo hay que esperar.

## Lo que se comprueba

check-tenant = Tu empresa en Microsoft
check-application = El registro de tu ERP
check-secret = El secreto
check-sign-in = La sesión con Microsoft
check-account = La cuenta que envía
check-permissions = El permiso para enviar
check-mail-accepted = El envío del correo
check-mail-arrived = La llegada del correo

skip-earlier-failure = Después
skip-value-not-given = No hace falta
skip-proven-elsewhere = Se ve más abajo
skip-not-asked = Sin preguntar
unknown-answer-not-understood = No se sabe aún
unknown-not-yet-seen = Aún no ha llegado

## Lo que Vincula no ha podido hacer

fault-values-refused = Hay datos que revisar.
fault-setup-not-found = Esta conexión ya no existe. Vuelve al inicio y crea otra.
fault-guide-not-found = Esta versión de Vincula no conoce la guía. Instala la última versión.
fault-not-saved = No se ha podido guardar. Mira si queda sitio en el disco.
fault-clipboard-unavailable = No podemos usar el portapapeles. Abre «Escribirlo a mano» o prueba otra vez.
fault-clipboard-empty = No has copiado ningún texto. Cópialo y vuelve a pulsar.
fault-keyring-unavailable = El almacén de claves no se abre. Ábrelo con tu clave y prueba otra vez.
fault-nothing-to-copy = Aún no hay nada que copiar. Pega primero este dato en su paso.
fault-browser-unavailable = No se ha podido abrir el navegador. Ábrelo tú y entra en portal.azure.com.
fault-busy = Hay algo en marcha. Espera a que acabe o cancélalo.
fault-not-now = Eso no se puede hacer en este punto. Comprueba todo otra vez.
fault-internal = Algo ha fallado dentro de Vincula. Prueba otra vez; tus datos están guardados.
