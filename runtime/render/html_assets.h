/* Texts that pages and SVG files are made with: the files *.css and *.js of this
   folder, put into the program when it is built. */
#ifndef KOERS_RUNTIME_RENDER_HTML_ASSETS_H
#define KOERS_RUNTIME_RENDER_HTML_ASSETS_H

extern const char palette_style[];  /* colours, light and dark */
extern const char chart_style[];    /* marks and labels of charts */
extern const char svg_file_style[]; /* of an SVG file alone */
extern const char page_style[];
extern const char page_script[];

#endif
