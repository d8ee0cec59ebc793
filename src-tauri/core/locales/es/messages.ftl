# El correo de prueba. { $marker } es la fecha y la hora, para reconocerlo.
test-mail-subject = Prueba de Vincula { $marker }
test-mail-body =
    Este correo es una prueba.
    Vincula lo ha enviado desde { $from }.
    Si lo lees, { $erp } ya puede enviar correo con esta cuenta.
    No hace falta que respondas.

it-message-not-yet = (todavía no existe)
it-message =
    Hola:

    Estamos conectando el correo de { $erp } con Microsoft y necesitamos tu ayuda. Son unos cinco minutos.

    Cuenta que enviará los correos: { $mailbox }
    Id. de aplicación (cliente) en Microsoft Entra: { $client }
    Plataforma: Web
    URI de redirección: { $redirect }
    Permisos delegados de Microsoft Graph: { $permissions }

    La aplicación solo envía correo en nombre de la cuenta que inicia sesión. No lee el correo de nadie.
    Hace falta que un administrador conceda el consentimiento en «Permisos de API».

    Gracias.
it-message-more =
    Hola:

    Estamos conectando { $erp } con Microsoft y necesitamos tu ayuda. Son unos cinco minutos.

    Cuenta que se conecta: { $mailbox }
    Id. de aplicación (cliente) en Microsoft Entra: { $client }
    Plataforma: Web
    URI de redirección: { $redirect }
    Permisos delegados: { $permissions }
    Permisos de aplicación: { $application }

    Un administrador tiene que dar su permiso, en «Permisos de API». Si eres tú, lo puedes hacer ya.

    Gracias.
it-message-vendor =
    Hola:

    { $erp } va a entrar en nuestro correo con su propia aplicación. No hay que registrar nada: solo hace falta que un administrador la apruebe. Son dos minutos.

    Cuenta que se conecta: { $mailbox }
    Id. de la aplicación de { $erp }: { $client }
    Permisos que pide: { $permissions }

    Cada uno sigue entrando con su cuenta, y se puede quitar cuando se quiera en «Aplicaciones empresariales».

    Gracias.
it-message-none = ninguno
it-message-consent =
    Para conceder el consentimiento, un administrador también puede abrir este enlace y aceptar:
    { $link }
    Al acabar puede salir una página del ERP con un aviso. Es normal: el permiso ya está dado.

# En el calendario.
reminder-title = Caduca el secreto de Microsoft de { $erp }
reminder-body =
    Ese día { $erp } deja de enviar correo desde { $mailbox }.
    Antes, abre Vincula y cambia el secreto del registro «{ $app }». Son cinco minutos.

sign-in-window-title = Inicia sesión con Microsoft

# What a check makes in the calendar and among the contacts, and deletes again.
trial-event = Prueba de Vincula { $marker }: se borra sola
trial-contact = Prueba de Vincula { $marker }
setup-copy-name = Copia de { $name }

# El aviso del escritorio, cuando el secreto se acaba.
notice-month = El secreto de { $what } caduca el { $date }
notice-week = El secreto de { $what } caduca el { $date }
notice-day = El secreto de { $what } está a punto de caducar
notice-ended = El secreto de { $what } ha caducado
notice-body = Abre Vincula y pulsa «Renovar el secreto». Son cinco minutos.
notice-body-ended = Tu ERP ya no puede enviar correo. Abre Vincula y pulsa «Renovar el secreto».
