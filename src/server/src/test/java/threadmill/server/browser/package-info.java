/// The product as a person sees it: a real server, real sandboxes, a real browser.
@NullMarked
package threadmill.server.browser;

import org.jspecify.annotations.NullMarked;
