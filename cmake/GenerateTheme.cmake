# Makes the QML singleton Theme from design/tokens.json, so that the window and the web page have one visual language.
# Runs at configure time, and again whenever the tokens change.

# nova_generate_theme(tokens output): writes Theme.qml; every colour follows the properties `dark` and `moreContrast`.
function(nova_generate_theme tokens output)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${tokens}")
  file(READ "${tokens}" json)

  set(colors "")
  string(JSON count LENGTH "${json}" color light)
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    string(JSON name MEMBER "${json}" color light ${index})
    string(JSON light GET "${json}" color light ${name})
    string(JSON dark GET "${json}" color dark ${name}) # An error here: the two themes must have the same names.
    foreach(scheme light dark)
      string(JSON high ERROR_VARIABLE none GET "${json}" contrast ${scheme} ${name})
      if(none)
        set(${scheme} "\"${${scheme}}\"")
      else()
        set(${scheme} "(moreContrast ? \"${high}\" : \"${${scheme}}\")")
      endif()
    endforeach()
    string(APPEND colors "    readonly property color ${name}: dark ? ${dark} : ${light}\n")
  endforeach()

  set(numbers "")
  foreach(group space font radius size motion)
    string(JSON count LENGTH "${json}" ${group})
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
      string(JSON name MEMBER "${json}" ${group} ${index})
      string(JSON value GET "${json}" ${group} ${name})
      string(SUBSTRING "${name}" 0 1 first)
      string(TOUPPER "${first}" first)
      string(SUBSTRING "${name}" 1 -1 rest)
      string(APPEND numbers "    readonly property int ${group}${first}${rest}: ${value}\n")
    endforeach()
  endforeach()

  set(NOVA_THEME_COLORS "${colors}")
  set(NOVA_THEME_NUMBERS "${numbers}")
  configure_file("${PROJECT_SOURCE_DIR}/qml/Theme.qml.in" "${output}" @ONLY)
endfunction()
