// Cloud Gestion's labels.

/** Cloud Gestion speaks Spanish only. Source: the screenshots of its own instructions. */
export const ERP_LABELS = {
  heading: "CONFIGURACIÓN PARA EL USUARIO: ADMIN",
  tabs: ["Cuenta Mail", "Valores por defecto para envíos", "Series por defecto", "API Key"],
  save: "Guardar",
  close: "Cerrar",
  method: "Método de envío",
  methodValue: "Microsoft Graph API (OAuth 2.0)",
  mailbox: "Cuenta de correo",
  clientId: "Application (Client) ID",
  secret: "Client Secret",
  redirect: "URI de redirección a registrar en Azure:",
  account: "Cuenta OAuth",
  notLinked: "No vinculada",
  link: "Vincular cuenta",
  unlink: "Desvincular",
  mustLink: "Es necesario vincular la cuenta Microsoft para poder enviar correos electrónicos.",
  mayTest: "Puede realizar un envío de prueba.",
  recipient: "Destinatario",
  recipientHint: "correo@midominio.com",
  send: "Enviar correo de prueba",
  unsavedTitle: "Datos sin guardar",
  unsaved:
    "Los datos de Microsoft aún no se han guardado. ¿Deseas guardarlos ahora para continuar con la vinculación?",
  saveAndLink: "GUARDAR Y VINCULAR",
  cancel: "CANCELAR",
  saved: "Los datos se guardaron correctamente.",
  linkedTitle: "¡Vinculación Exitosa!",
  linked: "La cuenta {mailbox} ha sido vinculada correctamente.",
  closing: "Cerrando esta ventana…",
  sent: "Correo enviado correctamente. Revisa la bandeja de entrada de {mailbox} para comprobar que lo has recibido correctamente.",
} as const;
