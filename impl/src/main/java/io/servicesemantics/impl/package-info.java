/** The front door. */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
