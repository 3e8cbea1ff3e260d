/** An element with properties and children; text is only ever text, so nothing from a picture or a service becomes markup. */
export function el(tag, properties = {}, ...children) {
  const { data, ...plain } = properties;
  const made = Object.assign(document.createElement(tag), plain);
  Object.assign(made.dataset, data ?? {});
  made.append(...children.filter(child => child != null));
  return made;
}

export const byId = id => document.getElementById(id);
