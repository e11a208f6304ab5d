/**
 * What operators ask about Services (routing 9), a class a theme, a test a question.
 *
 * <p>Each test shows both sides: that the answer can be read from what is printed by somebody who
 * does not know the rule, and that it changes when the cure is applied.
 */
@NullMarked
package io.servicesemantics.impl.question;

import org.jspecify.annotations.NullMarked;
