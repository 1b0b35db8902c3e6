// The text of the standard library's modules that are written in Python.
#ifndef PYTHON_LIBRARY_H
#define PYTHON_LIBRARY_H

#include <stdint.h>

typedef struct PythonModuleText {
  const char *name;     // as it is imported: "collections.abc"
  const uint8_t *text;  // UTF-8, ends with 0
} PythonModuleText;

// All of them; after the last comes an entry without a name.
const PythonModuleText *python_modules(void);

#endif
