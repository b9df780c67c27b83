/// What the pages and requests of all features share: where they may come from, and the theme.
@NullMarked
package threadmill.server.web;

import org.jspecify.annotations.NullMarked;
