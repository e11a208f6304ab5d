package io.servicesemantics.impl.dns;

/** What a name was found to be: a node that has items, or why there are none. */
sealed interface Found permits NameNode, Miss {}
