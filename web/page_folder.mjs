// Several copies of the page may live under one origin and share its storage: what belongs to one
// of them is named by the folder that it is served from.

export const page_folder = () => location.pathname.replace(/[^/]*$/, '');
