// The copy in the browser: the toy course keeps none.
