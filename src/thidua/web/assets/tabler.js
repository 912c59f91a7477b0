/* What the interface takes from Tabler; everything else is left out of the bundle.
   A template may use any class matched here (docs/dev/components.md lists them in words). */
const size = "(-(sm|md|lg|xl))?";

export const keep = [
  // Elements and resets; PurgeCSS asks for each name in a selector.
  /^(:root|html|body|\*|::before|::after|::-webkit.*|::file-selector-button)$/,
  /^(h[1-6]|p|a|b|strong|small|em|code|pre|kbd|hr|img|svg|table|caption|thead|tbody|tfoot|tr|td|th|label|button|input|select|optgroup|option|textarea|fieldset|legend|ol|ul|dl|dt|dd|li|blockquote|address|figure|summary|output|progress|abbr|sub|sup|mark|iframe)$/,
  /^(type|role|href|hidden|title|disabled|readonly|multiple|size|search|button|submit|reset|file|number|date|color)$/,
  // Grid and utilities.
  new RegExp(`^(row|col|g|gx|gy|gap)${size}(-(auto|\\d+))?$`),
  new RegExp(`^(m|mt|mb|ms|me|mx|my|p|pt|pb|ps|pe|px|py)${size}-(auto|[0-6])$`),
  new RegExp(`^d${size}-(none|block|inline|inline-block|flex|inline-flex|grid|print-none)$`),
  new RegExp(`^(flex|justify-content|align-items|align-self)${size}-[a-z0-9-]+$`),
  new RegExp(`^text${size}-(start|center|end|nowrap|wrap|break|truncate|uppercase)$`),
  /^(w-(25|50|75|100|auto)|fw-(normal|medium|bold)|small|list-unstyled|visually-hidden|visually-hidden-focusable)$/,
  // Forms, buttons.
  /^(form-control|form-control-sm|form-select|form-select-sm|form-label|input-group|input-group-text)$/,
  /^(btn|btn-sm|btn-list)$/,
];
