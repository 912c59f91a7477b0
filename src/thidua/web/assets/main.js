/* Behaviour that helps but is never needed: every page works without it. */
import "htmx.org";
import { setUpDialogs } from "./js/dialogs.js";
import { setUpFiles } from "./js/files.js";
import { setUpForms } from "./js/forms.js";
import { setUpMenus } from "./js/menus.js";

document.documentElement.classList.add("js");
setUpForms();
setUpDialogs();
setUpFiles();
setUpMenus();
