@echo off
rem Checks the files dropped onto this icon; without any it opens the page. ASCII only: cmd reads it in the code page of
rem the machine, whichever that is. The paths are taken from the whole command line: Explorer puts a name such as a&b.docx
rem into it without quotes, and cmd would take what follows the & for another command. The exit at the end keeps it from
rem that; called from a prompt, which has no such line, it leaves the prompt open.
setlocal EnableExtensions EnableDelayedExpansion
set "GWLINT_LINE=!cmdcmdline!"
set "GWLINT_PROMPT="
if "!cmdcmdline:%~nx0=!"=="!cmdcmdline!" set "GWLINT_PROMPT=1"
setlocal DisableDelayedExpansion
set "GWLINT_SELF=%~nx0"
set "GWLINT_WAIT=1"
if exist "%~dp0runtime\node.exe" goto run
echo runtime\node.exe is missing: unpack the whole zip into a folder first, then try again.
pause
goto end
:run
"%~dp0runtime\node.exe" "%~dp0app\launch.mjs" %*
:end
if defined GWLINT_PROMPT exit /b %errorlevel%
exit
