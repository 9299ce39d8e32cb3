# cmake -DFOLDER=… -DQRC=… -P WriteQrc.cmake: a Qt resource file with everything in FOLDER, under /web.
file(GLOB_RECURSE files RELATIVE "${FOLDER}" "${FOLDER}/*")
list(SORT files)
set(lines "<RCC><qresource prefix=\"/web\">\n")
foreach(file IN LISTS files)
  string(APPEND lines "<file alias=\"${file}\">${FOLDER}/${file}</file>\n")
endforeach()
file(WRITE "${QRC}" "${lines}</qresource></RCC>\n")
