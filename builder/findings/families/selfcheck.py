"""The family about the page that verifies in a browser, and the base page it is made from."""

from builder.findings.rule import Kind, rules

SELFCHECK_RULES = rules(
    Kind.USAGE,
    """
    QA881 错误 没有自查底页
    这台电脑上没有本版本的自查底页。
    自查页由底页放进方案而成；底页带着浏览器里用的运行环境，一个版本只做一次，不随程序安装。
    有底页文件的，用 --base 指定；装有 Node.js 且能联网的，先运行 builder selfcheck --prepare；
        不能联网的，请别人取来运行环境的安装包，再加 --runtime 安装包.tgz。

    QA882 错误·读写不到 运行环境不对
    这不是能用的运行环境（{actual}）。
    底页里的程序会在企业的电脑上运行，只用试验过的那一个文件，一个字节也不能差。
    请从 npm 官方取 {expected}，不要解压，不要改动；取来的仍不对，就不要用它。

    QA883 错误 缺少做底页的程序
    做底页要用 {actual}，这台电脑上未找到。
    只有做底页要用它，一个版本一次；有了底页，生成自查页不需要别的程序。
    请安装 Node.js 后再运行；或在另一台电脑上做好底页，拿过来用 --base 指定。

    QA884 错误·读写不到 底页没有做成
    底页没有做成（{actual}）。
    底页只会整个做好或者完全不写，原有的底页没有被改动。
    没有联网的，请别人取来运行环境的安装包，用 --runtime 指定；仍然不成的，把这句话告诉维护人。

    QA885 错误·读写不到 不是自查底页
    这个文件不是自查底页（{actual}）。
    底页由 builder selfcheck --prepare 做成；已经放进方案的自查页，不能再当底页用。
    请检查 --base 后面的文件；需要重做的，运行 builder selfcheck --prepare。

    QA886 错误 底页是别的版本做的
    底页由另一份程序（版本 {actual}）做成，与现在的程序（版本 {expected}）不完全相同。
    底页里带着做它的那份程序；两份程序不同，企业自查的结果就可能与核验的结果不同。
    请用现在的程序重做底页（builder selfcheck --prepare），或换用与程序同版本的底页。
    """,
)
