# Los datos: cómo se llaman y, si uno no vale, qué copiar en su lugar.

value-erp-address = Dirección del ERP
value-mailbox = Correo que envía
value-client-id = Client ID
value-tenant-id = ID de directorio
value-client-secret = Client Secret
value-redirect-uri = Dirección de vuelta

## Por qué no vale lo pegado

refusal-empty = No hay nada que pegar. Copia primero el dato y vuelve a pulsar.
    .erp-address = Falta la dirección. Cópiala del navegador, con tu ERP abierto.
    .mailbox = Falta el correo. Escribe la cuenta de la que saldrán los correos.
    .client-id = No has copiado nada todavía. En Azure, pulsa el icono de copiar junto a «Id. de aplicación (cliente)».
    .client-secret = No has copiado nada todavía. En Azure, pulsa el icono de copiar de la columna «Valor».
refusal-too-long = Es más largo de lo que debe. Copia solo el dato, sin nada más.
    .client-id = Has copiado más de la cuenta. Copia solo «Id. de aplicación (cliente)».
    .client-secret = Has copiado más de la cuenta. Copia solo la columna «Valor».
refusal-forbidden-characters = Hay espacios o signos en medio que no van. Copia el dato otra vez, sin nada más.
    .client-secret = Hay espacios o signos en medio. Pulsa el icono de copiar de la columna «Valor».
    .client-id = Hay espacios o signos en medio. Pulsa el icono de copiar junto a «Id. de aplicación (cliente)».
refusal-not-a-guid = Esto no es lo que buscamos. Copia el dato que tiene cinco grupos unidos por guiones.
    .client-id = Esto no es el Client ID. Copia «Id. de aplicación (cliente)»: son cinco grupos unidos por guiones.
    .tenant-id = Esto no es el ID de directorio. Copia «Id. de directorio (inquilino)».
refusal-microsofts-own-id = Este ID es de Microsoft, no de tu empresa. Copia el de tu propio registro.
refusal-looks-like-secret = Has pegado el secreto. Aquí va «Id. de aplicación (cliente)».
    .tenant-id = Has pegado el secreto. Aquí va «Id. de directorio (inquilino)».
    .mailbox = Has pegado el secreto. Aquí va una cuenta de correo.
    .erp-address = Has pegado el secreto. Aquí va la dirección de tu ERP.
refusal-looks-like-secret-id = Has pegado el «Id. de secreto». Necesitamos la columna «Valor», que está al lado.
refusal-masked-secret = Azure ya ha tapado este secreto y no se ve más. Crea otro y copia su «Valor» al momento.
refusal-truncated-secret = Falta un trozo del secreto. Pulsa el icono de copiar de la columna «Valor».
refusal-looks-like-email = Has pegado un correo. Aquí va otro dato.
    .client-id = Has pegado un correo. Aquí va «Id. de aplicación (cliente)».
    .tenant-id = Has pegado un correo. Aquí va «Id. de directorio (inquilino)».
    .client-secret = Has pegado un correo. Aquí va la columna «Valor».
    .erp-address = Has pegado un correo. Aquí va la dirección de tu ERP.
refusal-looks-like-address = Has pegado una dirección web. Aquí va otro dato.
    .client-id = Has pegado una dirección web. Aquí va «Id. de aplicación (cliente)».
    .tenant-id = Has pegado una dirección web. Aquí va «Id. de directorio (inquilino)».
    .client-secret = Has pegado una dirección web. Aquí va la columna «Valor».
    .mailbox = Has pegado una dirección web. Aquí va una cuenta de correo.
refusal-not-an-email = Esto no parece un correo. Escríbelo entero, con la @ y lo que sigue.
refusal-not-an-address = Esto no parece una dirección web. Cópiala del navegador, con tu ERP abierto.
refusal-not-https = La dirección tiene que empezar por https. Microsoft no admite otra.
refusal-microsofts-address = Esta dirección es de Microsoft. Necesitamos la de tu ERP.
refusal-carries-credentials = La dirección lleva dentro un usuario o una clave. Cópiala sin ellos.
