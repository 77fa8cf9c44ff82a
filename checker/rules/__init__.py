"""La base de règles : le droit, dans sa langue."""
