package pms.sharing.publicpage;

import pms.sharing.link.OpenLink;
import pms.sharing.view.Shown;

/** One picture that a guest may see now. */
record Glance(OpenLink link, Shown picture) {}
