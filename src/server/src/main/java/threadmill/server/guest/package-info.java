/// Who somebody without an account is: a cookie that only its browser knows.
@NullMarked
package threadmill.server.guest;

import org.jspecify.annotations.NullMarked;
