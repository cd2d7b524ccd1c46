@echo off
rem Puts the launcher into the Send to menu of this user: no rights are needed, and nothing but that one file is written.
rem ASCII only; the other .cmd of this folder gives the entry its name.
setlocal EnableExtensions DisableDelayedExpansion
set "MENU=%APPDATA%\Microsoft\Windows\SendTo"
for %%F in ("%~dp0*.cmd") do if /i not "%%~nxF"=="%~nx0" (
  >"%MENU%\%%~nF.cmd" echo @call "%%~fF" %%*
  echo OK  "%MENU%\%%~nF.cmd"
)
pause
