# Made by GeneratedDocsTest; a change here does not last.
# Completion of ccmux for fish.
set -l commands attach attach-session bind bind-key break-pane breakp capture-pane capturep checkpoint choose-buffer choose-client choose-tree clear-history clear-prompt-history clearhist clearphist clock-mode command-prompt config confirm confirm-before copy-mode customize-mode delete-buffer deleteb detach detach-client display display-menu display-message display-panes display-popup displayp events find-window findw forget has has-session if if-shell join-pane joinp kill-pane kill-server kill-session kill-window killp killw last last-pane last-window lastp layout link-window linkw list-buffers list-clients list-commands list-keys list-panes list-sessions list-windows load-buffer loadb lock lock-client lock-server lock-session lockc locks ls lsb lsc lscm lsk lsp lsw menu move-pane move-window movep movew new new-pane new-session new-window newp neww next next-layout next-window nextl paste-buffer pasteb pipe-pane pipep popup prev previous-layout previous-window prevl refresh refresh-client rename rename-session rename-window renamew resize-pane resize-window resizep resizew respawn-pane respawn-window respawnp respawnw rotate-window rotatew run run-shell save-buffer saveb select-layout select-pane select-window selectl selectp selectw send send-keys send-prefix server-access server-status set set-buffer set-environment set-hook set-option set-window-option setb setenv setw show show-buffer show-environment show-hooks show-messages show-options show-prompt-history show-window-options showb showenv showmsgs showphist showw source source-file split-window splitw start start-server stop-server suspend-client suspendc swap-pane swap-window swapp swapw switch-client switchc unbind unbind-key unlink-window unlinkw wait wait-for
complete -c ccmux -f
complete -c ccmux -n "not __fish_seen_subcommand_from $commands" -a "$commands"
complete -c ccmux -n "not __fish_seen_subcommand_from $commands" -s f -r -F -d 'read this configuration'
complete -c ccmux -n "not __fish_seen_subcommand_from $commands" -s L -x -d 'talk to the server of this name'
complete -c ccmux -n "not __fish_seen_subcommand_from $commands" -s S -r -F -d 'talk to the server at this socket'
complete -c ccmux -n '__fish_seen_subcommand_from attach-session attach' -o E
complete -c ccmux -n '__fish_seen_subcommand_from attach-session attach' -o c
complete -c ccmux -n '__fish_seen_subcommand_from attach-session attach' -o d
complete -c ccmux -n '__fish_seen_subcommand_from attach-session attach' -o f
complete -c ccmux -n '__fish_seen_subcommand_from attach-session attach' -o r
complete -c ccmux -n '__fish_seen_subcommand_from attach-session attach' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from attach-session attach' -o x
complete -c ccmux -n '__fish_seen_subcommand_from bind-key bind' -o N
complete -c ccmux -n '__fish_seen_subcommand_from bind-key bind' -o T
complete -c ccmux -n '__fish_seen_subcommand_from bind-key bind' -o n
complete -c ccmux -n '__fish_seen_subcommand_from bind-key bind' -o r
complete -c ccmux -n '__fish_seen_subcommand_from break-pane breakp' -o F
complete -c ccmux -n '__fish_seen_subcommand_from break-pane breakp' -o P
complete -c ccmux -n '__fish_seen_subcommand_from break-pane breakp' -o a
complete -c ccmux -n '__fish_seen_subcommand_from break-pane breakp' -o b
complete -c ccmux -n '__fish_seen_subcommand_from break-pane breakp' -o d
complete -c ccmux -n '__fish_seen_subcommand_from break-pane breakp' -o n
complete -c ccmux -n '__fish_seen_subcommand_from break-pane breakp' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from break-pane breakp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o C
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o E
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o F
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o H
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o J
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o L
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o M
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o N
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o P
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o S
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o T
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o a
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o b
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o e
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o p
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o q
complete -c ccmux -n '__fish_seen_subcommand_from capture-pane capturep' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from choose-buffer' -o F
complete -c ccmux -n '__fish_seen_subcommand_from choose-buffer' -o K
complete -c ccmux -n '__fish_seen_subcommand_from choose-buffer' -o N
complete -c ccmux -n '__fish_seen_subcommand_from choose-buffer' -o O
complete -c ccmux -n '__fish_seen_subcommand_from choose-buffer' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from choose-buffer' -o f
complete -c ccmux -n '__fish_seen_subcommand_from choose-buffer' -o r
complete -c ccmux -n '__fish_seen_subcommand_from choose-buffer' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from choose-client' -o F
complete -c ccmux -n '__fish_seen_subcommand_from choose-client' -o K
complete -c ccmux -n '__fish_seen_subcommand_from choose-client' -o N
complete -c ccmux -n '__fish_seen_subcommand_from choose-client' -o O
complete -c ccmux -n '__fish_seen_subcommand_from choose-client' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from choose-client' -o f
complete -c ccmux -n '__fish_seen_subcommand_from choose-client' -o r
complete -c ccmux -n '__fish_seen_subcommand_from choose-client' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o F
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o G
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o K
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o N
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o O
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o f
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o r
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from choose-tree' -o w
complete -c ccmux -n '__fish_seen_subcommand_from clear-history clearhist' -o H
complete -c ccmux -n '__fish_seen_subcommand_from clear-history clearhist' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from clock-mode' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o 1
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o C
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o F
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o I
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o N
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o T
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o b
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o e
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o i
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o k
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o l
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o p
complete -c ccmux -n '__fish_seen_subcommand_from command-prompt' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from confirm-before confirm' -o b
complete -c ccmux -n '__fish_seen_subcommand_from confirm-before confirm' -o c
complete -c ccmux -n '__fish_seen_subcommand_from confirm-before confirm' -o p
complete -c ccmux -n '__fish_seen_subcommand_from confirm-before confirm' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from confirm-before confirm' -o y
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o H
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o M
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o S
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o d
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o e
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o q
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from copy-mode' -o u
complete -c ccmux -n '__fish_seen_subcommand_from customize-mode' -o F
complete -c ccmux -n '__fish_seen_subcommand_from customize-mode' -o N
complete -c ccmux -n '__fish_seen_subcommand_from customize-mode' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from customize-mode' -o f
complete -c ccmux -n '__fish_seen_subcommand_from customize-mode' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from delete-buffer deleteb' -o b
complete -c ccmux -n '__fish_seen_subcommand_from detach-client detach' -o E
complete -c ccmux -n '__fish_seen_subcommand_from detach-client detach' -o P
complete -c ccmux -n '__fish_seen_subcommand_from detach-client detach' -o a
complete -c ccmux -n '__fish_seen_subcommand_from detach-client detach' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from detach-client detach' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o C
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o H
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o M
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o O
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o S
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o T
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o b
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o c
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o x
complete -c ccmux -n '__fish_seen_subcommand_from display-menu menu' -o y
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o C
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o F
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o I
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o N
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o a
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o c
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o d
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o l
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o p
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from display-message display' -o v
complete -c ccmux -n '__fish_seen_subcommand_from display-panes displayp' -o N
complete -c ccmux -n '__fish_seen_subcommand_from display-panes displayp' -o b
complete -c ccmux -n '__fish_seen_subcommand_from display-panes displayp' -o d
complete -c ccmux -n '__fish_seen_subcommand_from display-panes displayp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o B
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o C
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o E
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o N
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o S
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o T
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o b
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o c
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o d
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o e
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o h
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o k
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o w
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o x
complete -c ccmux -n '__fish_seen_subcommand_from display-popup popup' -o y
complete -c ccmux -n '__fish_seen_subcommand_from find-window findw' -o C
complete -c ccmux -n '__fish_seen_subcommand_from find-window findw' -o N
complete -c ccmux -n '__fish_seen_subcommand_from find-window findw' -o T
complete -c ccmux -n '__fish_seen_subcommand_from find-window findw' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from find-window findw' -o i
complete -c ccmux -n '__fish_seen_subcommand_from find-window findw' -o r
complete -c ccmux -n '__fish_seen_subcommand_from find-window findw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from forget' -o a
complete -c ccmux -n '__fish_seen_subcommand_from forget' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from has-session has' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from if-shell if' -o F
complete -c ccmux -n '__fish_seen_subcommand_from if-shell if' -o b
complete -c ccmux -n '__fish_seen_subcommand_from if-shell if' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o b
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o d
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o f
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o h
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o l
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o p
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from join-pane joinp' -o v
complete -c ccmux -n '__fish_seen_subcommand_from kill-pane killp' -o a
complete -c ccmux -n '__fish_seen_subcommand_from kill-pane killp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from kill-session' -o C
complete -c ccmux -n '__fish_seen_subcommand_from kill-session' -o a
complete -c ccmux -n '__fish_seen_subcommand_from kill-session' -o g
complete -c ccmux -n '__fish_seen_subcommand_from kill-session' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from kill-window killw' -o a
complete -c ccmux -n '__fish_seen_subcommand_from kill-window killw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from last-pane lastp' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from last-pane lastp' -o d
complete -c ccmux -n '__fish_seen_subcommand_from last-pane lastp' -o e
complete -c ccmux -n '__fish_seen_subcommand_from last-pane lastp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from last-window last' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from layout' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from link-window linkw' -o a
complete -c ccmux -n '__fish_seen_subcommand_from link-window linkw' -o b
complete -c ccmux -n '__fish_seen_subcommand_from link-window linkw' -o d
complete -c ccmux -n '__fish_seen_subcommand_from link-window linkw' -o k
complete -c ccmux -n '__fish_seen_subcommand_from link-window linkw' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from link-window linkw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from list-buffers lsb' -o F
complete -c ccmux -n '__fish_seen_subcommand_from list-buffers lsb' -o O
complete -c ccmux -n '__fish_seen_subcommand_from list-buffers lsb' -o f
complete -c ccmux -n '__fish_seen_subcommand_from list-clients lsc' -o F
complete -c ccmux -n '__fish_seen_subcommand_from list-clients lsc' -o O
complete -c ccmux -n '__fish_seen_subcommand_from list-clients lsc' -o f
complete -c ccmux -n '__fish_seen_subcommand_from list-clients lsc' -o r
complete -c ccmux -n '__fish_seen_subcommand_from list-clients lsc' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from list-commands lscm' -o F
complete -c ccmux -n '__fish_seen_subcommand_from list-keys lsk' -o 1
complete -c ccmux -n '__fish_seen_subcommand_from list-keys lsk' -o F
complete -c ccmux -n '__fish_seen_subcommand_from list-keys lsk' -o N
complete -c ccmux -n '__fish_seen_subcommand_from list-keys lsk' -o O
complete -c ccmux -n '__fish_seen_subcommand_from list-keys lsk' -o P
complete -c ccmux -n '__fish_seen_subcommand_from list-keys lsk' -o T
complete -c ccmux -n '__fish_seen_subcommand_from list-keys lsk' -o a
complete -c ccmux -n '__fish_seen_subcommand_from list-keys lsk' -o r
complete -c ccmux -n '__fish_seen_subcommand_from list-panes lsp' -o F
complete -c ccmux -n '__fish_seen_subcommand_from list-panes lsp' -o O
complete -c ccmux -n '__fish_seen_subcommand_from list-panes lsp' -o a
complete -c ccmux -n '__fish_seen_subcommand_from list-panes lsp' -o f
complete -c ccmux -n '__fish_seen_subcommand_from list-panes lsp' -o r
complete -c ccmux -n '__fish_seen_subcommand_from list-panes lsp' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from list-panes lsp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from list-sessions ls' -o F
complete -c ccmux -n '__fish_seen_subcommand_from list-sessions ls' -o O
complete -c ccmux -n '__fish_seen_subcommand_from list-sessions ls' -o f
complete -c ccmux -n '__fish_seen_subcommand_from list-sessions ls' -o r
complete -c ccmux -n '__fish_seen_subcommand_from list-windows lsw' -o F
complete -c ccmux -n '__fish_seen_subcommand_from list-windows lsw' -o O
complete -c ccmux -n '__fish_seen_subcommand_from list-windows lsw' -o a
complete -c ccmux -n '__fish_seen_subcommand_from list-windows lsw' -o f
complete -c ccmux -n '__fish_seen_subcommand_from list-windows lsw' -o r
complete -c ccmux -n '__fish_seen_subcommand_from list-windows lsw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from load-buffer loadb' -o b
complete -c ccmux -n '__fish_seen_subcommand_from load-buffer loadb' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from lock-client lockc' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from lock-session locks' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o X
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o Y
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o b
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o d
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o f
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o h
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o l
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o p
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from move-pane movep' -o v
complete -c ccmux -n '__fish_seen_subcommand_from move-window movew' -o a
complete -c ccmux -n '__fish_seen_subcommand_from move-window movew' -o b
complete -c ccmux -n '__fish_seen_subcommand_from move-window movew' -o d
complete -c ccmux -n '__fish_seen_subcommand_from move-window movew' -o k
complete -c ccmux -n '__fish_seen_subcommand_from move-window movew' -o r
complete -c ccmux -n '__fish_seen_subcommand_from move-window movew' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from move-window movew' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o F
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o I
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o P
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o R
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o S
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o X
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o Y
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o b
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o c
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o d
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o e
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o f
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o h
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o k
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o l
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o m
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o p
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o v
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o x
complete -c ccmux -n '__fish_seen_subcommand_from new-pane newp' -o y
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o A
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o D
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o E
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o F
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o P
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o X
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o c
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o d
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o e
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o f
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o n
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o x
complete -c ccmux -n '__fish_seen_subcommand_from new-session new' -o y
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o F
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o P
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o S
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o a
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o b
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o c
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o d
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o e
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o k
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o n
complete -c ccmux -n '__fish_seen_subcommand_from new-window neww' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from next-layout nextl' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from next-window next' -o a
complete -c ccmux -n '__fish_seen_subcommand_from next-window next' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from paste-buffer pasteb' -o S
complete -c ccmux -n '__fish_seen_subcommand_from paste-buffer pasteb' -o b
complete -c ccmux -n '__fish_seen_subcommand_from paste-buffer pasteb' -o d
complete -c ccmux -n '__fish_seen_subcommand_from paste-buffer pasteb' -o p
complete -c ccmux -n '__fish_seen_subcommand_from paste-buffer pasteb' -o r
complete -c ccmux -n '__fish_seen_subcommand_from paste-buffer pasteb' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from paste-buffer pasteb' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from pipe-pane pipep' -o I
complete -c ccmux -n '__fish_seen_subcommand_from pipe-pane pipep' -o O
complete -c ccmux -n '__fish_seen_subcommand_from pipe-pane pipep' -o o
complete -c ccmux -n '__fish_seen_subcommand_from pipe-pane pipep' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from previous-layout prevl' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from previous-window prev' -o a
complete -c ccmux -n '__fish_seen_subcommand_from previous-window prev' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o A
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o B
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o C
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o D
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o F
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o L
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o R
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o S
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o U
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o c
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o f
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o l
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o r
complete -c ccmux -n '__fish_seen_subcommand_from refresh-client refresh' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from rename-session rename' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from rename-window renamew' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o D
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o L
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o M
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o R
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o T
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o U
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o x
complete -c ccmux -n '__fish_seen_subcommand_from resize-pane resizep' -o y
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o A
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o D
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o L
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o R
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o U
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o a
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o x
complete -c ccmux -n '__fish_seen_subcommand_from resize-window resizew' -o y
complete -c ccmux -n '__fish_seen_subcommand_from respawn-pane respawnp' -o c
complete -c ccmux -n '__fish_seen_subcommand_from respawn-pane respawnp' -o e
complete -c ccmux -n '__fish_seen_subcommand_from respawn-pane respawnp' -o k
complete -c ccmux -n '__fish_seen_subcommand_from respawn-pane respawnp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from respawn-window respawnw' -o c
complete -c ccmux -n '__fish_seen_subcommand_from respawn-window respawnw' -o e
complete -c ccmux -n '__fish_seen_subcommand_from respawn-window respawnw' -o k
complete -c ccmux -n '__fish_seen_subcommand_from respawn-window respawnw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from rotate-window rotatew' -o D
complete -c ccmux -n '__fish_seen_subcommand_from rotate-window rotatew' -o U
complete -c ccmux -n '__fish_seen_subcommand_from rotate-window rotatew' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from rotate-window rotatew' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from run-shell run' -o C
complete -c ccmux -n '__fish_seen_subcommand_from run-shell run' -o E
complete -c ccmux -n '__fish_seen_subcommand_from run-shell run' -o b
complete -c ccmux -n '__fish_seen_subcommand_from run-shell run' -o c
complete -c ccmux -n '__fish_seen_subcommand_from run-shell run' -o d
complete -c ccmux -n '__fish_seen_subcommand_from run-shell run' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from save-buffer saveb' -o a
complete -c ccmux -n '__fish_seen_subcommand_from save-buffer saveb' -o b
complete -c ccmux -n '__fish_seen_subcommand_from select-layout selectl' -o E
complete -c ccmux -n '__fish_seen_subcommand_from select-layout selectl' -o n
complete -c ccmux -n '__fish_seen_subcommand_from select-layout selectl' -o o
complete -c ccmux -n '__fish_seen_subcommand_from select-layout selectl' -o p
complete -c ccmux -n '__fish_seen_subcommand_from select-layout selectl' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o D
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o L
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o M
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o P
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o R
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o T
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o U
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o d
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o e
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o g
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o l
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o m
complete -c ccmux -n '__fish_seen_subcommand_from select-pane selectp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from select-window selectw' -o T
complete -c ccmux -n '__fish_seen_subcommand_from select-window selectw' -o l
complete -c ccmux -n '__fish_seen_subcommand_from select-window selectw' -o n
complete -c ccmux -n '__fish_seen_subcommand_from select-window selectw' -o p
complete -c ccmux -n '__fish_seen_subcommand_from select-window selectw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o F
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o H
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o K
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o M
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o N
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o R
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o X
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o c
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o l
complete -c ccmux -n '__fish_seen_subcommand_from send-keys send' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from send-prefix' -o 2
complete -c ccmux -n '__fish_seen_subcommand_from send-prefix' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from server-access' -o a
complete -c ccmux -n '__fish_seen_subcommand_from server-access' -o d
complete -c ccmux -n '__fish_seen_subcommand_from server-access' -o l
complete -c ccmux -n '__fish_seen_subcommand_from server-access' -o r
complete -c ccmux -n '__fish_seen_subcommand_from server-access' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from server-access' -o w
complete -c ccmux -n '__fish_seen_subcommand_from set-buffer setb' -o a
complete -c ccmux -n '__fish_seen_subcommand_from set-buffer setb' -o b
complete -c ccmux -n '__fish_seen_subcommand_from set-buffer setb' -o n
complete -c ccmux -n '__fish_seen_subcommand_from set-buffer setb' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from set-buffer setb' -o w
complete -c ccmux -n '__fish_seen_subcommand_from set-environment setenv' -o F
complete -c ccmux -n '__fish_seen_subcommand_from set-environment setenv' -o g
complete -c ccmux -n '__fish_seen_subcommand_from set-environment setenv' -o h
complete -c ccmux -n '__fish_seen_subcommand_from set-environment setenv' -o r
complete -c ccmux -n '__fish_seen_subcommand_from set-environment setenv' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from set-environment setenv' -o u
complete -c ccmux -n '__fish_seen_subcommand_from set-hook' -o R
complete -c ccmux -n '__fish_seen_subcommand_from set-hook' -o a
complete -c ccmux -n '__fish_seen_subcommand_from set-hook' -o g
complete -c ccmux -n '__fish_seen_subcommand_from set-hook' -o p
complete -c ccmux -n '__fish_seen_subcommand_from set-hook' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from set-hook' -o u
complete -c ccmux -n '__fish_seen_subcommand_from set-hook' -o w
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o F
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o U
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o a
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o g
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o o
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o p
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o q
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o u
complete -c ccmux -n '__fish_seen_subcommand_from set-option set' -o w
complete -c ccmux -n '__fish_seen_subcommand_from set-window-option setw' -o F
complete -c ccmux -n '__fish_seen_subcommand_from set-window-option setw' -o a
complete -c ccmux -n '__fish_seen_subcommand_from set-window-option setw' -o g
complete -c ccmux -n '__fish_seen_subcommand_from set-window-option setw' -o o
complete -c ccmux -n '__fish_seen_subcommand_from set-window-option setw' -o q
complete -c ccmux -n '__fish_seen_subcommand_from set-window-option setw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from set-window-option setw' -o u
complete -c ccmux -n '__fish_seen_subcommand_from show-buffer showb' -o b
complete -c ccmux -n '__fish_seen_subcommand_from show-environment showenv' -o g
complete -c ccmux -n '__fish_seen_subcommand_from show-environment showenv' -o h
complete -c ccmux -n '__fish_seen_subcommand_from show-environment showenv' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from show-environment showenv' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from show-hooks' -o g
complete -c ccmux -n '__fish_seen_subcommand_from show-hooks' -o p
complete -c ccmux -n '__fish_seen_subcommand_from show-hooks' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from show-hooks' -o w
complete -c ccmux -n '__fish_seen_subcommand_from show-messages showmsgs' -o J
complete -c ccmux -n '__fish_seen_subcommand_from show-messages showmsgs' -o T
complete -c ccmux -n '__fish_seen_subcommand_from show-messages showmsgs' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o A
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o H
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o g
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o p
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o q
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o v
complete -c ccmux -n '__fish_seen_subcommand_from show-options show' -o w
complete -c ccmux -n '__fish_seen_subcommand_from show-prompt-history showphist' -o T
complete -c ccmux -n '__fish_seen_subcommand_from clear-prompt-history clearphist' -o T
complete -c ccmux -n '__fish_seen_subcommand_from show-window-options showw' -o g
complete -c ccmux -n '__fish_seen_subcommand_from show-window-options showw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from show-window-options showw' -o v
complete -c ccmux -n '__fish_seen_subcommand_from source-file source' -o F
complete -c ccmux -n '__fish_seen_subcommand_from source-file source' -o n
complete -c ccmux -n '__fish_seen_subcommand_from source-file source' -o q
complete -c ccmux -n '__fish_seen_subcommand_from source-file source' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from source-file source' -o v
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o F
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o I
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o P
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o R
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o S
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o b
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o c
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o d
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o e
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o f
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o h
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o k
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o l
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o m
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o p
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from split-window splitw' -o v
complete -c ccmux -n '__fish_seen_subcommand_from suspend-client suspendc' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from swap-pane swapp' -o D
complete -c ccmux -n '__fish_seen_subcommand_from swap-pane swapp' -o U
complete -c ccmux -n '__fish_seen_subcommand_from swap-pane swapp' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from swap-pane swapp' -o d
complete -c ccmux -n '__fish_seen_subcommand_from swap-pane swapp' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from swap-pane swapp' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from swap-window swapw' -o d
complete -c ccmux -n '__fish_seen_subcommand_from swap-window swapw' -o s -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from swap-window swapw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o E
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o O
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o T
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o Z
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o c
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o l
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o n
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o p
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o r
complete -c ccmux -n '__fish_seen_subcommand_from switch-client switchc' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from unbind-key unbind' -o T
complete -c ccmux -n '__fish_seen_subcommand_from unbind-key unbind' -o a
complete -c ccmux -n '__fish_seen_subcommand_from unbind-key unbind' -o n
complete -c ccmux -n '__fish_seen_subcommand_from unbind-key unbind' -o q
complete -c ccmux -n '__fish_seen_subcommand_from unlink-window unlinkw' -o k
complete -c ccmux -n '__fish_seen_subcommand_from unlink-window unlinkw' -o t -x -a "(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"
complete -c ccmux -n '__fish_seen_subcommand_from wait-for wait' -o L
complete -c ccmux -n '__fish_seen_subcommand_from set set-option setw show show-options showw' -a 'activity-action after-bind-key after-capture-pane after-copy-mode after-display-message after-display-panes after-kill-pane after-list-buffers after-list-clients after-list-keys after-list-panes after-list-sessions after-list-windows after-load-buffer after-lock-server after-new-session after-new-window after-paste-buffer after-pipe-pane after-queue after-refresh-client after-rename-session after-rename-window after-resize-pane after-resize-window after-save-buffer after-select-layout after-select-pane after-select-window after-send-keys after-set-buffer after-set-environment after-set-hook after-set-option after-show-environment after-show-messages after-show-options after-split-window after-unbind-key aggressive-resize alert-activity alert-bell alert-silence allow-passthrough allow-rename allow-screen-checksum allow-set-title alternate-screen assume-paste-time automatic-rename automatic-rename-format backspace base-index bell-action buffer-limit client-active client-attached client-dark-theme client-detached client-focus-in client-focus-out client-light-theme client-resized client-session-changed clock-mode-colour clock-mode-style codepoint-widths command-alias command-error copy-command copy-mode-current-line-number-style copy-mode-current-match-style copy-mode-line-number-style copy-mode-line-numbers copy-mode-mark-style copy-mode-match-style copy-mode-position-format copy-mode-position-style copy-mode-selection-style cursor-colour cursor-style default-client-command default-command default-shell default-size default-terminal destroy-unattached detach-on-destroy display-panes-active-colour display-panes-colour display-panes-time display-time editor escape-time exit-empty exit-unattached extended-keys extended-keys-format fill-character focus-events focus-follows-mouse get-clipboard history-file history-limit initial-repeat-time input-buffer-size journal journal-buffers key-table lock-after-time lock-command main-pane-height main-pane-width menu-border-lines menu-border-style menu-selected-style menu-style message-command-style message-format message-limit message-line message-style mode-keys mode-style monitor-activity monitor-bell monitor-silence mouse other-pane-height other-pane-width pane-active-border-style pane-base-index pane-border-format pane-border-indicators pane-border-lines pane-border-status pane-border-style pane-colours pane-died pane-exited pane-focus-in pane-focus-out pane-mode-changed pane-scrollbars pane-scrollbars-position pane-scrollbars-style pane-set-clipboard pane-status-current-style pane-status-style pane-title-changed popup-border-lines popup-border-style popup-style prefix prefix-timeout prefix2 prompt-command-cursor-style prompt-cursor-colour prompt-cursor-style prompt-history-limit remain-on-exit remain-on-exit-format renumber-windows repeat-time respawn respawn-allow scroll-on-clear session-closed session-created session-renamed session-status-current-style session-status-style session-window-changed set-clipboard set-titles set-titles-string silence-action status status-bg status-fg status-format status-interval status-justify status-keys status-left status-left-length status-left-style status-position status-right status-right-length status-right-style status-style synchronize-panes terminal-features terminal-overrides tiled-layout-max-columns tree-mode-preview-format tree-mode-preview-style update-environment user-keys variation-selector-always-wide visual-activity visual-bell visual-silence window-active-style window-layout-changed window-linked window-pane-changed window-pane-current-status-format window-pane-status-format window-renamed window-resized window-size window-status-activity-style window-status-bell-style window-status-current-format window-status-current-style window-status-format window-status-last-style window-status-separator window-status-style window-style window-unlinked word-separators wrap-search xterm-keys'
complete -c ccmux -n '__fish_seen_subcommand_from select-layout selectl' -a 'even-horizontal even-vertical main-horizontal main-horizontal-mirrored main-vertical main-vertical-mirrored tiled'
complete -c ccmux -n '__fish_seen_subcommand_from source source-file layout' -F
