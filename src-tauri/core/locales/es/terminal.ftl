# What the command line says. The names of checks and problems are in the other files.

verify-proven = Todo listo: Microsoft aceptó el correo de prueba de { $mailbox }.
verify-not-proven = Todavía no está demostrado que { $mailbox } pueda enviar.
arrival-question = ¿Ha llegado el correo de prueba a { $to }? (s: sí · n: no · otra tecla: todavía no)

paste-open = Abre esta dirección en el navegador e inicia sesión:
paste-then =
    Al terminar, el navegador irá a { $redirect }
    Da igual lo que muestre esa página. Copia su dirección completa y pégala aquí:
paste-not-an-address = Eso no es una dirección. Copia la barra de direcciones completa.
paste-another-address = Esa dirección no es la respuesta de este inicio de sesión. Sigo esperando.

secret-prompt = Pega el secreto (no se verá) y pulsa Intro:{ " " }
secret-kept = El secreto está guardado en el llavero del sistema.

lab-running = Laboratorio en marcha: nada de esto es Microsoft. Pulsa Ctrl+C para pararlo.
practice-begins = Práctica con el laboratorio en { $lab }. Nada de esto es Microsoft.
practice-arrived = El correo «{ $subject }» está en el buzón de { $to }.

outcome-skipped = Sin comprobar
outcome-unknown = Sin respuesta clara
