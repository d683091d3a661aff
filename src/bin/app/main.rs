//! The page. It shows what the state says and turns what the user does into messages; it decides nothing itself.

mod component;
mod effect;
mod page;
mod root;
mod shell;

fn main() {
    console_error_panic_hook::set_once();
    let shell = shell::Shell::new();
    let language = effect::language::at_start();
    effect::language::show(shell);
    effect::address::remove_boot_screen();
    shell.open(language);
}
