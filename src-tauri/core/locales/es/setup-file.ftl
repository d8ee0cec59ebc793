# Una conexión en un archivo, para otro equipo o para quien da soporte al ERP.

export-title = Usa esto en otro equipo
export-lead = Guarda un archivo y ábrelo con Vincula en el otro equipo.
export-question = ¿Va también el secreto?
export-without = Sin el secreto
export-without-more = El archivo se puede leer. En el otro equipo tendrás que pegar el secreto.
export-with = Con el secreto, cerrado con una clave
export-with-more = Solo se abre con la clave que te damos al guardar.
export-no-secret = Esta conexión aún no tiene secreto.
export-keep = Guardar el archivo
export-kept = El archivo está aquí: { $path }
export-tell = Di esta clave por teléfono. No la mandes con el archivo. Solo se ve ahora:
export-open = Llevar a otro equipo
export-passphrase = La frase que abre el archivo: { $passphrase } Díctala por teléfono. No la mandes con el archivo.

open-file = Abrir un archivo de Vincula
unseal-title = Este archivo está cerrado
unseal-lead = Quien te lo ha mandado sabe la clave.
unseal-open = Abrir
import-title = Mira si esto es lo tuyo
import-lead = Es lo que dice el archivo. Aún no hay nada guardado.
import-redirect = La respuesta irá a
import-with-secret = El secreto viene dentro.
import-without-secret = El secreto no viene. Lo pegarás tú.
import-keep = Guardar esta conexión
import-known = Ya tienes esta conexión en este equipo.
import-open-known = Abrir la que tengo
import-keep-again = Guardarla otra vez
import-prompt = Escribe la frase que abre el archivo:
import-question = ¿La guardo? (s: sí · otra tecla: no)

fault-not-ours = Este archivo no es de Vincula. Busca el que te han mandado y ábrelo otra vez.
fault-file-damaged = Este archivo está roto o le falta un trozo. Pide que te lo manden otra vez.
fault-file-too-new = Lo hizo un Vincula más nuevo. Instala la última versión y ábrelo otra vez.
fault-file-not-understood = Este archivo lleva un dato que no conocemos: { $name }. Pide otro.
fault-secret-in-the-open = Este archivo lleva un secreto a la vista. Bórralo y crea un secreto nuevo en Microsoft.
fault-unknown-guide = Esta versión no tiene la guía «{ $guide }». Instala la última o pide la guía a tu ERP.
fault-file-value-refused = Un dato del archivo no vale: { $what }. Pide otro archivo.
fault-no-secret-to-export = Aún falta el secreto. Pégalo en su paso o guarda el archivo sin él.
fault-answer-of-another = Es una respuesta, pero no la pidió este equipo. Ábrela donde la pediste.
