// The labels of the systems that a guide is about, in their own language.

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

/** MyCRMweb speaks Spanish. Its manual names the two values and shows none of its screens: the drawing is a sketch. */
export const MYCRMWEB_LABELS = {
  heading: "MyCRMweb",
  tabs: ["Inicio", "Calendario", "Clientes", "Actividades"],
  support: "Para el soporte de SAI",
  clientId: "Id. de Aplicación",
  secret: "Clave",
  sealed: "Archivo cerrado",
  phone: "La contraseña, por teléfono",
  sync: "Sincronización con Office 365",
  signIn: "Iniciar sesión en Office 365",
  off: "Sin conectar",
  on: "Conectado",
  days: ["L", "M", "X", "J", "V"],
  events: ["Visita a Hierros Soler", "Reunión de ventas"],
} as const;

/** NocoBase's labels, as its manual writes them; the drawing is a sketch of its settings. */
export const NOCOBASE_LABELS = {
  heading: "Settings",
  tabs: ["Plugin manager", "Users & Permissions", "Email settings", "System settings"],
  providers: ["Google", "Microsoft"],
  clientId: "Client ID",
  secret: "Client Secret",
  submit: "Submit",
  saved: "Saved successfully",
  mail: "Email",
  folders: ["Inbox", "Sent", "Drafts"],
  add: "Add account",
  accounts: ["Gmail", "Microsoft"],
} as const;

/** eV4 speaks Spanish. Its manual shows none of its screens: the drawing is a sketch. */
export const EV4_LABELS = {
  heading: "Bandeja de documentos",
  tabs: ["Compras", "Ventas", "Bandeja de documentos", "Contabilidad"],
  account: "Cuenta de Microsoft 365",
  none: "Ninguna cuenta conectada",
  connect: "Conectar",
  on: "Conectada",
  first: "Factura 1042, Hierros Soler",
  received: "Recibido ahora",
} as const;
