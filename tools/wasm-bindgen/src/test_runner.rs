//! What runs the tests inside the browser, as its package starts it.

fn main() {
    if let Err(error) = wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os()) {
        eprintln!("Error: {error:?}");
        std::process::exit(1);
    }
}
