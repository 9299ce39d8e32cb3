# What is installed where, in two components that are a Debian package each (CPack makes them; `./dev package`):
#   headless   nova-settings-headless: nova-settingsd, its services and the first files of /etc/nova-settings
#   desktop    nova-settings: the window
# Neither needs the other. docs/operations/installing.md says what an administrator sees of it.
include(GNUInstallDirs)

set(packaging "${PROJECT_SOURCE_DIR}/packaging")
set(packaged "${CMAKE_BINARY_DIR}/packaged")
file(MAKE_DIRECTORY "${packaged}")

# Debian's packages have manuals and changes compressed, without a date, so that the same sources give the same package.
function(nova_gzip source output)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
  execute_process(COMMAND gzip -9nc "${source}" OUTPUT_FILE "${output}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# nova_install_manual(component name): packaging/man/<name>, where there is one.
function(nova_install_manual component name)
  if(EXISTS "${packaging}/man/${name}")
    string(REGEX MATCH "[0-9]$" section "${name}")
    nova_gzip("${packaging}/man/${name}" "${packaged}/${name}.gz")
    install(FILES "${packaged}/${name}.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}" COMPONENT ${component})
  endif()
endfunction()

# nova_install_completions(component program): one file for each shell serves both programs; a shell looks for the name of the
# program, so each package brings it under its own.
function(nova_install_completions component program)
  foreach(file IN ITEMS "bash/nova-settings:bash-completion/completions/${program}"
                        "zsh/_nova-settings:zsh/vendor-completions/_${program}"
                        "fish/nova-settings.fish:fish/vendor_completions.d/${program}.fish")
    string(REPLACE ":" ";" file "${file}")
    list(GET file 0 source)
    list(GET file 1 target)
    get_filename_component(folder "${target}" DIRECTORY)
    get_filename_component(name "${target}" NAME)
    if(EXISTS "${packaging}/completions/${source}")
      install(FILES "${packaging}/completions/${source}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}" RENAME "${name}"
              COMPONENT ${component})
    endif()
  endforeach()
endfunction()

# nova_install_documents(component package): what Debian wants of each package.
function(nova_install_documents component package)
  install(FILES "${packaging}/debian/copyright" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}" COMPONENT ${component})
  set(NOVA_PACKAGE ${package})
  configure_file("${packaging}/debian/changelog.in" "${packaged}/${package}.changelog" @ONLY)
  nova_gzip("${packaged}/${package}.changelog" "${packaged}/${package}/changelog.Debian.gz")
  install(FILES "${packaged}/${package}/changelog.Debian.gz" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}"
          COMPONENT ${component})
  if(EXISTS "${packaging}/debian/${component}/lintian-overrides")
    install(FILES "${packaging}/debian/${component}/lintian-overrides" DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides"
            RENAME ${package} COMPONENT ${component})
  endif()
endfunction()

# The two releases have different libraries: what is built on the newer one has to count as newer.
set(release 1)
set(NOVA_DISTRIBUTION unstable)
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release lines REGEX "^(ID|VERSION_ID|VERSION_CODENAME)=")
  if("ID=debian" IN_LIST lines AND lines MATCHES "VERSION_ID=\"?([0-9]+)")
    set(release "1~deb${CMAKE_MATCH_1}")
    if(lines MATCHES "VERSION_CODENAME=\"?([a-z]+)")
      set(NOVA_DISTRIBUTION "${CMAKE_MATCH_1}")
    endif()
  endif()
endif()
set(NOVA_DEBIAN_VERSION "${PROJECT_VERSION}-${release}")
# The date of the sources, where they are a clone; a day of the build would make every package another one.
execute_process(COMMAND git log -1 --format=%ct WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
                OUTPUT_VARIABLE committed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE no_clone)
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH} AND NOT no_clone)
  set(ENV{SOURCE_DATE_EPOCH} "${committed}")
  string(TIMESTAMP NOVA_CHANGELOG_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
  unset(ENV{SOURCE_DATE_EPOCH})
else()
  string(TIMESTAMP NOVA_CHANGELOG_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
file(MAKE_DIRECTORY "${packaged}/nova-settings-headless" "${packaged}/nova-settings")

# The headless program.
install(TARGETS nova-settingsd RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT headless)
# systemd looks below /usr/lib whatever the architecture is.
install(FILES "${packaging}/systemd/nova-settingsd.service" DESTINATION lib/systemd/system COMPONENT headless)
install(FILES "${packaging}/systemd/user/nova-settingsd.service" DESTINATION lib/systemd/user COMPONENT headless)
install(FILES "${packaging}/systemd/nova-settings.sysusers.conf" DESTINATION lib/sysusers.d RENAME nova-settings.conf
        COMPONENT headless)
install(FILES "${packaging}/defaults/nova.yaml" "${PROJECT_SOURCE_DIR}/configs/mcp_servers.yaml"
              "${PROJECT_SOURCE_DIR}/prompts/NOVA_SYSTEM_PROMPT.md"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/nova-settings/defaults" COMPONENT headless)
install(FILES "${packaging}/prometheus/alerts.yml" "${packaging}/grafana/nova-settings.json"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/nova-settings-headless/examples" COMPONENT headless)
nova_install_manual(headless nova-settingsd.1)
nova_install_manual(headless nova.yaml.5)
nova_install_completions(headless nova-settingsd)
nova_install_documents(headless nova-settings-headless)
set(CPACK_COMPONENTS_ALL headless)

# The window.
if(NOVA_DESKTOP)
  install(TARGETS nova-settings RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT desktop)
  install(FILES "${packaging}/desktop/nova-settings.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications"
          COMPONENT desktop)
  install(FILES "${packaging}/desktop/nova-settings.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo"
          RENAME local.nova_settings.NovaSettings.metainfo.xml COMPONENT desktop)
  set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
  install(FILES "${packaging}/desktop/nova-settings.svg" DESTINATION "${icons}/scalable/apps" COMPONENT desktop)
  foreach(size IN ITEMS 16 22 24 32 48 64 128 256)
    install(FILES "${packaging}/desktop/icons/${size}.png" DESTINATION "${icons}/${size}x${size}/apps"
            RENAME nova-settings.png COMPONENT desktop)
  endforeach()
  nova_install_manual(desktop nova-settings.1)
  nova_install_completions(desktop nova-settings)
  nova_install_documents(desktop nova-settings)
  list(APPEND CPACK_COMPONENTS_ALL desktop)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME nova-settings)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "MCP servers and the system prompt of AI agents")
set(CPACK_PACKAGE_CONTACT "Nova Settings <nova-settings@localhost>")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_SOURCE_DIR}/build/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE "${release}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_HEADLESS_PACKAGE_NAME nova-settings-headless)
set(CPACK_DEBIAN_HEADLESS_PACKAGE_SECTION net)
set(CPACK_DEBIAN_HEADLESS_DESCRIPTION
"Nova Settings looks after the list of the MCP servers of AI agents and their
system prompt. It says honestly which servers work, follows what people save
in an editor, and changes one word where somebody flips one switch.

This package has the headless program: a service with a REST interface,
WebSocket and a web page, on this machine only unless it is told otherwise.
It needs no graphical libraries.")
# The standalone program is for systems that have no systemd, such as containers.
set(CPACK_DEBIAN_HEADLESS_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers, ca-certificates")
set(CPACK_DEBIAN_HEADLESS_PACKAGE_SUGGESTS "redis-server, nova-settings")
set(CPACK_DEBIAN_HEADLESS_PACKAGE_CONTROL_EXTRA
  "${packaging}/debian/headless/postinst;${packaging}/debian/headless/prerm;${packaging}/debian/headless/postrm")

set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME nova-settings)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_DESKTOP_DESCRIPTION
"Nova Settings looks after the list of the MCP servers of AI agents and their
system prompt. It says honestly which servers work, follows what people save
in an editor, and changes one word where somebody flips one switch.

This package has the desktop application: a window, an icon in the tray and
notifications. It manages Nova Settings on other machines, too.")
# Debian's QML modules do not need each other by name, so every one that is imported stands here, whoever imports it. The
# display is a plugin of Qt, which no library asks for either; so is what draws letters.
string(CONCAT desktop_needs
  "qml6-module-qtqml, qml6-module-qtqml-models, qml6-module-qtqml-workerscript, qml6-module-qtquick, "
  "qml6-module-qtquick-controls, qml6-module-qtquick-layouts, qml6-module-qtquick-templates, qml6-module-qtquick-window, "
  "qt6-qpa-plugins, fonts-dejavu-core | fonts-noto-core, hicolor-icon-theme, ca-certificates")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS "${desktop_needs}")
# Tokens of other machines are kept by a secret service; libsecret is loaded where it is there.
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS
  "qt6-wayland, libqt6svg6, libsecret-1-0, gnome-keyring | kwalletmanager, qt6-gtk-platformtheme, fonts-noto-core")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SUGGESTS "nova-settings-headless, redis-server")

include(CPack)
