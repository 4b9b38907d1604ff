reply-no-text = I did not get any text. Type <b>done</b>, or the number you did.
reply-odd-number = I can't read “{ $text }” for sure. Please type it as a plain number.
